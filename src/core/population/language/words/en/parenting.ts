import type { TopicWords } from "../words.ts"

export const parenting: TopicWords = {
  themes: [
    {
      thing: `picture book|stroller|bottle warmer|car seat|block set|play mat|sleep sack|baby monitor|high chair|
        balance bike|sippy cup|baby carrier|puzzle|backpack|night light|stuffed bunny|scooter|diaper bag|
        teething toy|bath seat|magnetic tile set|baby gate|lunch box|rain suit|sound machine|play kitchen|
        board book|growth chart|crib sheet|sticker book|trike|bib|toy box|wagon`,
      quality: `safe|sturdy|easy to wash|lightweight|soft|practical|fun|durable|clever|convenient|colorful|
        reliable|handy|simple|well made|gentle|foldable|affordable|cute|worth it|washable|indestructible|
        quiet|spill proof|wooden|light|easy to pack|silly|hand me down friendly|stackable|bright|grippy|
        toddler proof|worth storing`,
    },
    {
      thing: `bedtime story|park day|baby food plan|swim class|music class|craft afternoon|nap schedule|
        first hike|summer camp|potty training|screen rule|reading hour|playdate|homework routine|
        family trip|museum visit|morning routine|weaning|art class|chore chart|sibling talk|day care start|
        bike lesson|picnic|bedtime|school run|play date|piano practice|nap time|first haircut|
        pumpkin picking|story hour|baby led weaning|screen free day|sleepover|homework hour|room sharing|
        dentist visit|birthday party`,
      quality: `fun|calm|easy|rewarding|sweet|chaotic|meaningful|tiring|smooth|relaxed|helpful|short|messy|
        peaceful|effective|cheerful|doable|precious|loud|worth the patience|slow going|tearful|funny|
        worth the fuss|calmer than expected|muddy|hit and miss|humbling|long|peaceful for once`,
    },
  ],
  aspect: `material|timing|rhythm|price|safety|strap|story|teacher|size|mess|effort|pace|quality|age range|setup|
    idea|straps|pictures|patience|volume|naps|snacks|instructions|wheels|routine|batteries|waiting list|
    bedtime|mood`,
  spot: `the playground|the library|the kids' store|the park|the toy shop|the swimming pool|
    the community center|the zoo|the science museum|the farm|the children's bookshop|the aquarium|
    the indoor play area|the baby fair|{shop}|grandma's house|the library in {city}|the school gate|
    the pool|{nick} 's yard|the waiting room|the sandbox|the farm near {city}`,
  act: `read it ten times in a row|took turns with {person}|lost my patience once|took the kids to {spot}|
    tried it once more|changed the approach|signed up for a trial|talked to the teacher|
    made a sticker chart|passed the {thing} on|rocked the baby for two hours|packed snacks for an army|
    bought a spare one|let my toddler choose|put my phone away|cried a little in the car|
    read it {number} times|rocked until {few}|waited {few} hours at {spot}|traded shifts with {nick}|
    cleaned up {few} times|bought {count}|cried a little too|hid the {thing}|packed {count} of snacks|
    stayed calm for {few} minutes|let {kin} try|borrowed one from {nick}|made a chart|
    lost a shoe at {spot}|sang {few} songs|gave up {clock}`,
  tip: `put the phone away for ten minutes|let them choose|start small|keep a fixed time|bring spare clothes|
    don't compare|book early|check the label|praise the effort|wait until they are two|
    talk it over with {person}|test it at {spot}|limit screen time|pack more snacks|write it down|
    follow their pace|put out only {few} toys|leave by {few}|pack a spare outfit|give it {few} days|
    borrow before you buy|keep snacks handy|lower the bar|swap with {nick}|stick to the routine|
    say yes more`,
  gain: `my toddler finally sat still|everyone slept through the night|she puts on her own shoes|
    mealtimes are calmer|he won't let go of it|I got to drink hot coffee|there are fewer tears|
    bedtime takes twenty minutes|the teacher noticed the progress|we laugh more|{person} can take over now|
    brushing teeth is no longer a fight|{nick} slept {few} hours|the tears lasted {few} minutes|
    they ask for it now|I drank a hot coffee|{kin} can do it alone|we laughed all the way home|
    the teacher noticed|bath time is fun again|{nick} ate {few} bites|nobody cried {date}`,
  flaw: `it is not cheap|cleanup takes a while|the novelty wore off|it is a bit heavy|spots fill up fast|
    small parts get lost|it takes up room|the first two days were rough|it stains easily|
    the straps are fiddly|not every kid will like it|it squeaks|they lost interest after {few} days|
    it is loud|it cost {price} for {few} months|the list is {few} months long|the box was more fun|
    it needs {few} batteries|the pages rip|grandma disagrees|we were late`,
  open: `mom of two on the {subject}
    mistakes we made with the {subject}
    three years old and the {subject}
    the {subject} that even {person} can handle
    new parent here , talking about the {subject}`,
  body: `my kid loves every bit of it
    we still use it after {span}
    weekends at {spot} are {quality}
    {person} watched the kids and I {feeling}
    every child is different , so {tip}
    before bed it is {degree} {quality}
    kids of the same age were at {spot}
    since becoming a parent I see that the {aspect} {verdict}
    {nick} is {few} and loves it
    {kin} does it better than me
    the doctor told us to {tip}
    {clock} we were out of the door
    they sleep , I {feeling}
    the little one inherits it`,
  close: `parenting is hard , hug yourself
    at what age did yours start ?
    they grow slowly and we learn slowly
    seasoned parents , help me out`,
  title: `{few} year old and a {subject}
    {subject} , the honest version
    {subject} with {few} kids
    notes from a tired parent
    {subject} survived`,
  tags: `mom life|dad life|toddler activities|baby must haves|bedtime stories|new parent|family weekend|
    kids books|raising kids|play time`,
}
