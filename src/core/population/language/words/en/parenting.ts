import type { TopicWords } from "../words.ts"

export const parenting: TopicWords = {
  themes: [
    {
      thing: `picture book|stroller|bottle warmer|car seat|block set|play mat|sleep sack|baby monitor|high chair|
        balance bike|sippy cup|baby carrier|puzzle|backpack|night light|stuffed bunny|scooter|diaper bag|
        teething toy|bath seat|magnetic tile set|baby gate|lunch box|rain suit`,
      quality: `safe|sturdy|easy to wash|lightweight|soft|practical|fun|durable|clever|convenient|colorful|reliable|
        handy|simple|well made|gentle|foldable|affordable|cute|worth it`,
    },
    {
      thing: `bedtime story|park day|baby food plan|swim class|music class|craft afternoon|nap schedule|first hike|
        summer camp|potty training|screen rule|reading hour|playdate|homework routine|family trip|museum visit|
        morning routine|weaning|art class|chore chart|sibling talk|day care start|bike lesson|picnic`,
      quality: `fun|calm|easy|rewarding|sweet|chaotic|meaningful|tiring|smooth|relaxed|helpful|short|messy|
        peaceful|effective|cheerful|doable|precious|loud|worth the patience`,
    },
  ],
  aspect: `material|timing|rhythm|price|safety|strap|story|teacher|size|mess|effort|pace|quality|age range|setup|idea`,
  spot: `the playground|the library|the kids' store|the park|the toy shop|the swimming pool|the community center|the zoo|the science museum|the farm|the children's bookshop|the aquarium|the indoor play area|the baby fair`,
  act: `read it ten times in a row|took turns with {person}|lost my patience once|took the kids to {spot}|
    tried it once more|changed the approach|signed up for a trial|talked to the teacher|made a sticker chart|
    passed the {thing} on|rocked the baby for two hours|packed snacks for an army|bought a spare one|
    let my toddler choose|put my phone away|cried a little in the car`,
  tip: `put the phone away for ten minutes|let them choose|start small|keep a fixed time|bring spare clothes|
    don't compare|book early|check the label|praise the effort|wait until they are two|talk it over with {person}|
    test it at {spot}|limit screen time|pack more snacks|write it down|follow their pace`,
  gain: `my toddler finally sat still|everyone slept through the night|she puts on her own shoes|
    mealtimes are calmer|he won't let go of it|I got to drink hot coffee|there are fewer tears|
    bedtime takes twenty minutes|the teacher noticed the progress|we laugh more|{person} can take over now|
    brushing teeth is no longer a fight`,
  flaw: `it is not cheap|cleanup takes a while|the novelty wore off|it is a bit heavy|spots fill up fast|
    small parts get lost|it takes up room|the first two days were rough|it stains easily|the straps are fiddly|
    not every kid will like it|it squeaks`,
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
    since becoming a parent I see that the {aspect} {verdict}`,
  close: `parenting is hard , hug yourself
    at what age did yours start ?
    they grow slowly and we learn slowly
    seasoned parents , help me out`,
  tags: "mom life|dad life|toddler activities|baby must haves|bedtime stories|new parent|family weekend|kids books|raising kids|play time",
}
