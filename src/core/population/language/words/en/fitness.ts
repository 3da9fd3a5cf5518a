import type { TopicWords } from "../words.ts"

export const fitness: TopicWords = {
  themes: [
    {
      thing: `yoga mat|running shoe|massage gun|dumbbell set|fitness tracker|foam roller|sports bra|jump rope|
        resistance band|kettlebell|water bottle|knee sleeve|training vest|rowing machine|smart scale|
        bike trainer|pull up bar|lifting belt|gym bag|ab wheel|shaker|running belt|wrist strap|
        pair of leggings|yoga block|weight vest|heart rate strap|bike helmet|massage ball|hydration pack|
        swim cap|climbing rope`,
      quality: `comfortable|sturdy|supportive|grippy|light|quiet|breathable|stable|durable|easy to store|practical|
        affordable|bouncy|secure|soft|reliable|handy|snug|washable|well cushioned|springy|quick dry|bulky|
        padded|well balanced|plain|squeak free|wide enough|tough`,
    },
    {
      thing: `evening run|pilates class|spin class|swim session|yoga flow|strength plan|climbing session|
        interval run|stretch routine|boxing class|stair workout|tennis match|morning walk|core routine|
        half marathon plan|dance class|badminton game|rowing session|mobility drill|deadlift day|trail run|
        home workout|squat challenge|rest day|pilates|boxing|swim|barre|morning yoga|bouldering|rowing|
        long walk|tennis|tempo run|stretching|deadlift|rope flow|parkrun|circuit`,
      quality: `sweaty|addictive|fun|effective|gentle|tough|relaxing|beginner friendly|intense|energizing|balanced|
        rewarding|slow|humbling|social|refreshing|low impact|quick|satisfying|steady|hard|meditative|short|
        brutal|calming|good for my head|early|free|technical`,
    },
  ],
  aspect: `pace|form|intensity|grip|heart rate|coach|posture|progress|music|recovery|price|cushioning|rhythm|
    crowd|warm up|schedule|instructor|playlist|breathing|locker room|core|balance|hills|sleep|shoulders|
    stretch`,
  spot: `the gym|the track|the river path|the park|the pool|the studio|the climbing hall|the office gym|
    the stadium|the sports store|the community court|the trail head|the dance school|the boxing club|
    the gym in {city}|{shop}|the lake loop|my living room|{nick} 's garage|the stairs at work`,
  act: `stuck with the plan|ran five kilometers|could barely walk after|hired a coach|got a membership|
    dragged {person} along|trained before breakfast|lost six pounds|started over|
    trained at {spot} for an hour|took progress photos|beat my record|cleaned up my diet|fixed my form|
    signed up for a race|almost quit halfway|ran {few} miles|did {few} sets|raced {nick}|
    rested for {few} days|got up at {few}|lifted {number} pounds|swam {number} laps|
    skipped {count} sessions|pulled a muscle|signed up for the {city} race|walked the last mile|
    held it for {number} seconds|tried {thing} with {nick}|paid {price} for a class|fell off {few} times|
    tracked every run`,
  tip: `warm up first|stretch after|build up slowly|train three times a week|drink more water|brace your core|
    watch your knees|sleep seven hours|start with the {thing}|log your numbers|skip the scale|find a buddy|
    eat enough protein|avoid {spot} at peak hours|take a rest day|breathe out on the effort|
    warm up for {few} minutes|rest {number} seconds|slow down|add {few} pounds a week|sleep {few} hours|
    breathe out on the way up|bring {nick}|start with {thing}|eat a banana first|keep your knees out|
    log it|go {clock}`,
  gain: `my waist is two inches smaller|I sleep better|stairs are easy now|my back stopped aching|
    my posture improved|I have energy all day|my jeans are loose|{person} noticed the difference|
    my pace dropped by twenty seconds|my mood is stable|I can touch my toes|Mondays hurt less|
    I am {few} seconds faster|I sleep through|my back stopped hurting|{nick} could not keep up|
    I can do {few} pull ups|the stairs got easier|my jeans fit|I beat my old time|my mood is better|
    I look forward to it`,
  flaw: `I was sore for two days|it gets crowded at night|progress is slow at first|it is rough on the knees|
    summer heat makes it hard|the trainer pushes sales|it is easy to do wrong|it smells of rubber|
    staying alone with it is hard|sizing runs small|showers have a line|rain ruins the plan|
    I was sore for {few} days|the class is {price}|it is packed after {few}|my hands blistered|
    the shower is cold|it rained|the scale did not move for {few} weeks|the instructor shouts|it stinks|
    parking is a sport of its own`,
  open: `{span} of the {subject} , what changed
    starting the {subject} from zero
    desk workers need this {subject}
    back at {spot} {time}
    a slow runner and the {subject}`,
  body: `I felt {degree} strong today
    afterwards it is {degree} {quality}
    the coach reminded me to {tip}
    twenty minutes a day is enough
    bad mood , off to {spot}
    the scale did not move , but {gain}
    {person} and I keep each other honest
    no equipment , no excuses
    {few} sets today , {feeling}
    {nick} did {few} more than me
    set {few} nearly broke me
    same weight , smaller waist
    {few} times a week , {span}
    heart rate at one fifty`,
  close: `did you move today ?
    tomorrow , the {thing}
    slow progress is progress
    see you at {spot}`,
  title: `week {few} of {thing}
    {few} miles with {nick}
    {subject} for beginners
    couch to {subject}
    slow but steady`,
  tags: `workout diary|home workout|running|yoga|strength training|fitness journey|healthy habits|
    beginner gym|stretching|race day`,
}
