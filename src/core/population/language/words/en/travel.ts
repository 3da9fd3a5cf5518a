import type { TopicWords } from "../words.ts"

export const travel: TopicWords = {
  themes: [
    {
      thing: `old town|fishing village|coastal road|mountain lake|island|canyon|harbor city|desert camp|national park|
        wine valley|temple town|medieval quarter|waterfall trail|glacier|vineyard|lighthouse|hot spring village|
        river walk|lavender field|market square|beach town|tea plantation|castle|bamboo forest`,
      quality: `quiet|photogenic|slow paced|walkable|romantic|lively|stunning|peaceful|wild|charming|underrated|
        touristy|timeless|colorful|windy|easygoing|green|vast|dreamy|friendly`,
    },
    {
      thing: `guesthouse|night train|road trip|hostel|camping spot|boat tour|cooking class|walking tour|train ride|
        ski weekend|hotel|cable car|bike rental|museum day|whale watching tour|city pass|layover|ferry|safari|
        surf lesson|homestay|rooftop pool|day trip|sleeper bus`,
      quality: `relaxing|convenient|fun|affordable|cozy|worth it|bumpy|well organized|scenic|easy|memorable|safe|
        flexible|comfortable|exciting|low key|crowded|smooth|thoughtful|beginner friendly`,
    },
  ],
  aspect: `view|food|weather|route|room|price|breakfast|crowd|public transport|location|sunset|guide|air|staff|
    night life|walk`,
  spot: `the train station|the harbor|the summit|the old bridge|the visitor center|the beach|the airport|the lakeside|
    the hostel bar|the viewpoint|the local market|the main square|the bus stop|the border`,
  act: `took the first bus|got up for the sunrise|walked twenty thousand steps|missed the last ferry|
    rented a scooter|got lost twice|filled up my camera|changed the whole plan|stayed one night more|
    sat at {spot} all afternoon|met {person} there|ate from morning to night|sent a postcard|
    packed way too much|got caught in the rain|booked it on a whim`,
  tip: `avoid the holidays|book early|bring a jacket|arrive before eight|wear good shoes|stay near {spot}|
    add one more day|check the forecast|carry some cash|take the bus from {spot}|ask the locals|pack light|
    download an offline map|skip the souvenir shops|sit on the left side|start with the {thing}`,
  gain: `my head finally went quiet|my phone ran out of space|{person} wants to move there|I saw the milky way|
    we made new friends|I came home with a tan|work felt easier on Monday|time slowed down|
    the kids slept the whole way back|the long trip paid off|I forgot what day it was|I stopped checking my phone`,
  flaw: `it gets crowded|the tickets are pricey|the walls are thin|the nights are cold|there are many stairs|
    taxis are rare|the signal is weak|food options are few|it feels a bit commercial|the queue never moves|
    the bus is always late|nothing works when it rains`,
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
    the {thing} was full , so we took this one`,
  close: `the world is big , take your time
    I will be back
    next stop , the {thing}
    where should I go next ?`,
  tags: "travel diary|weekend trip|hidden gems|solo travel|budget travel|road trip|slow travel|itinerary|city walk|wanderlust",
}
