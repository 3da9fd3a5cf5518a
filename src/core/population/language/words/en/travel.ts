import type { TopicWords } from "../words.ts"

export const travel: TopicWords = {
  themes: [
    {
      thing: `old town|fishing village|coastal road|mountain lake|island|canyon|harbor city|desert camp|
        national park|wine valley|temple town|medieval quarter|waterfall trail|glacier|vineyard|lighthouse|
        hot spring village|river walk|lavender field|market square|beach town|tea plantation|castle|
        bamboo forest|hill town|ski village|canal town|bird island|desert road|coastal path|fishing port|
        salt lake|fjord|volcano|border town|pine forest|cliff walk|river delta|old monastery`,
      quality: `quiet|photogenic|slow paced|walkable|romantic|lively|stunning|peaceful|wild|charming|underrated|
        touristy|timeless|colorful|windy|easygoing|green|vast|dreamy|friendly|uncrowded|golden|
        cheap to get to|full of cats|hilly|slow|moody|hot|old|salty|easy on the eye`,
    },
    {
      thing: `guesthouse|night train|road trip|hostel|camping spot|boat tour|cooking class|walking tour|
        train ride|ski weekend|hotel|cable car|bike rental|museum day|whale watching tour|city pass|
        layover|ferry|safari|surf lesson|homestay|rooftop pool|day trip|sleeper bus|kayak tour|tent|
        ferry ride|cabin|boat trip|lighthouse stay|camper|sunrise hike|flea market|wine tour|thermal bath|
        guided hike`,
      quality: `relaxing|convenient|fun|affordable|cozy|worth it|bumpy|well organized|scenic|easy|memorable|safe|
        flexible|comfortable|exciting|low key|crowded|smooth|thoughtful|beginner friendly|
        worth waking up for|muddy|quiet|tiring|fun in the rain|well run|sociable|basic|short but sweet|
        different|cold|family friendly|spontaneous|restful|pricey|unforgettable`,
    },
  ],
  aspect: `view|food|weather|route|room|price|breakfast|crowd|public transport|location|sunset|guide|air|staff|
    night life|walk|bed|ferry|light|host|noise|parking|map|water|wifi|climb|shade|bus|season|
    luggage storage`,
  spot: `the train station|the harbor|the summit|the old bridge|the visitor center|the beach|the airport|
    the lakeside|the hostel bar|the viewpoint|the local market|the main square|the bus stop|the border|
    {city}|{shop}|the ferry dock|the last bus stop|the hostel kitchen|the fish market|the east gate|
    a bench by the water|the ticket office|the cemetery on the hill`,
  act: `took the first bus|got up for the sunrise|walked twenty thousand steps|missed the last ferry|
    rented a scooter|got lost twice|filled up my camera|changed the whole plan|stayed one night more|
    sat at {spot} all afternoon|met {person} there|ate from morning to night|sent a postcard|
    packed way too much|got caught in the rain|booked it on a whim|sat on a bus for {few} hours|
    walked {number} miles|flew in from {city}|stayed {few} nights at {shop}|missed the boat {clock}|
    shared a car with {nick}|waited at {spot} for the light|took {number} photos|met {nick} from {city}|
    slept through my stop|carried {count} too much|got soaked|learned {few} words of the language|
    mailed {count} postcards|skipped {few} sights|swam {clock}`,
  tip: `avoid the holidays|book early|bring a jacket|arrive before eight|wear good shoes|stay near {spot}|
    add one more day|check the forecast|carry some cash|take the bus from {spot}|ask the locals|pack light|
    download an offline map|skip the souvenir shops|sit on the left side|start with the {thing}|go {date}|
    stay {few} nights|take the slow train from {city}|leave your bags at {spot}|pack half of it|
    talk to the host|bring a layer|book {few} weeks ahead|rent a bike|get up for the light|
    eat where {nick} ate|sit on the left`,
  gain: `my head finally went quiet|my phone ran out of space|{person} wants to move there|I saw the milky way|
    we made new friends|I came home with a tan|work felt easier on Monday|time slowed down|
    the kids slept the whole way back|the long trip paid off|I forgot what day it was|
    I stopped checking my phone|{nick} and I are friends again|we saw {few} sunsets|my legs got stronger|
    my phone is full|{kin} laughed like a kid|I read {few} books|we had the place to ourselves|
    I want to move there|I came home lighter`,
  flaw: `it gets crowded|the tickets are pricey|the walls are thin|the nights are cold|there are many stairs|
    taxis are rare|the signal is weak|food options are few|it feels a bit commercial|the queue never moves|
    the bus is always late|nothing works when it rains|the last bus left at {few}|
    it was {few} degrees up there|there is no signal|the fog hid everything|a coffee is {price}|
    the mosquitos won|the gate closes early|everyone goes {date}|the road is rough`,
  open: `five days around the {subject}
    two days at the {subject} , no plan
    my first {subject} ever
    solo at the {subject}
    postcards from the {subject}
    taking {person} to the {subject}`,
  body: `every corner is {degree} {quality}
    it is ten minutes on foot from {spot}
    we spent {price} in total
    the locals say spring is the best season
    the locals sent us to {spot} first
    evenings at {spot} are {quality}
    the driver recommended the {thing}
    no rush , just {quality}
    the {thing} was full , so we took this one
    {clock} the light is {quality}
    {few} hours from {city}
    we stopped at {spot} for {few} minutes
    the {thing} or the {thing} , I took the first
    entry was {price}
    {nick} sat down at {spot} and stayed
    the bunk next to mine was from {city}`,
  close: `the world is big , take your time
    I will be back
    next stop , the {thing}
    where should I go next ?`,
  title: `{few} days in {city}
    {city} on {price}
    {subject} with {nick}
    lost near {spot}
    {subject} , off season`,
  tags: `travel diary|weekend trip|hidden gems|solo travel|budget travel|road trip|slow travel|itinerary|
    city walk|wanderlust`,
}
