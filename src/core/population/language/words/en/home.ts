import type { TopicWords } from "../words.ts"

export const home: TopicWords = {
  themes: [
    {
      thing: `floor lamp|sofa|desk|rug|curtain set|dining table|mattress|bookshelf|pegboard|armchair|
        coffee table|side table|room divider|duvet cover|gallery wall|house plant|candle|mirror|vase|
        window seat|headboard|throw blanket|bean bag|shoe bench|pendant lamp|wall shelf|plant stand|duvet|
        coat rack|dresser|stool|curtain rod|wallpaper|doormat|day bed|linen throw`,
      quality: `cozy|warm|simple|sturdy|soft|bright|timeless|calming|compact|elegant|rustic|inviting|airy|tidy|
        comfortable|charming|minimal|well made|homely|affordable|solid|wobble free|low|calm|second hand|
        heavy|soft under foot|easy to move|dust free|handmade|space saving|grown up|snug|plain`,
    },
    {
      thing: `storage bin|robot vacuum|dishwasher|air fryer|humidifier|laundry basket|drawer divider|spice rack|
        dehumidifier|rice cooker|wall hook|steam mop|water filter|kettle|drying rack|trash can|label maker|
        vacuum bag|shoe rack|toolbox|dish rack|lint roller|pantry jar|cordless vacuum|bread box|
        knife block|cordless drill|step ladder|compost bin|hand vacuum|shower caddy`,
      quality: `handy|quiet|practical|easy to clean|durable|time saving|roomy|smart|cheap|reliable|sturdy|
        space saving|convenient|neat|simple|efficient|foldable|light|clever|useful|quick|foolproof|compact|
        strong|easy to empty|boring but great|dishwasher safe|cheap to run|slim|stackable|noisy|tough`,
    },
  ],
  aspect: `size|color|material|assembly|noise|price|storage|finish|design|smell|stability|light|capacity|look|
    instruction sheet|handle|legs|height|manual|cord|delivery|fabric|drawer|weight|refund|battery|hinge|
    suction|corner`,
  spot: `the hardware store|the furniture store|the flea market|the garage sale|the showroom|the outlet|
    the antique market|the plant shop|the supermarket|the online store|the thrift store|the lighting shop|
    the craft fair|the warehouse sale|{shop}|a yard sale in {city}|the curb|{nick} 's garage|
    the salvage yard|an estate sale|the big blue store|the online marketplace`,
  act: `measured everything twice|assembled it alone|donated two bags of stuff|replaced my {thing}|
    carried it upstairs with {person}|rearranged the living room|painted one wall|cleaned until midnight|
    changed the lighting|drew a floor plan|returned the first one|almost gave up on the delivery|
    moved it around three times|labeled every box|got one for {person}|fixed the wobbly leg|
    moved it {few} times|measured wrong by {few} inches|paid {price}|
    carried it up {few} floors with {nick}|threw out {count}|painted it white|built it until {few}|
    lost {few} screws|drove to {city} for it|sold the old {thing}|borrowed {nick} 's drill|rewired the lamp|
    patched the wall|swapped it with the {thing}|cleaned for {few} hours|let the cat decide`,
  tip: `measure first|choose light colors|leave some empty space|group similar things|use warm bulbs|
    wait for the sale|label the boxes|declutter before you buy|put it near the {thing}|
    pick a washable cover|plan the outlets|tidy for ten minutes a day|keep the receipt|stick to two colors|
    try it at {spot}|buy secondhand|measure {few} times|leave a gap of {few} inches|tape it out first|
    buy the one with wheels|ask {nick} for a drill|keep the box|label the cables|go vertical|
    wash it every {few} weeks|fix it to the wall|buy it used`,
  gain: `the room looks bigger|I don't want to leave the house|{person} noticed right away|
    everything has a place|cleaning takes half the time|mornings are calmer|the cat claimed it first|
    the rental feels like home|my desk is finally empty|I sleep deeper|nobody argues about chores|
    guests stay longer|{nick} stayed for {few} hours|I find my keys|the floor is clean for {few} days|
    the cat moved in|we eat at the table again|it takes {few} minutes to tidy|my back is better|
    the landlord was impressed|it is finally quiet`,
  flaw: `assembly took forever|it collects dust|it takes up space|it smelled at first|
    it is louder than I thought|the manual is useless|a screw was missing|the color is off|
    the cord is too short|light fabric stains easily|delivery stops at the curb|it scratches the floor|
    the screws were missing|it took {few} hours to build|the color runs yellow|it hums at night|
    support took {few} days|it gathers dust|the drawer sticks|the wheels squeak|it blocks the socket`,
  open: `small apartment diary , the {subject}
    the makeover starts with the {subject}
    {span} in the new place with the {subject}
    the {subject} that {person} wants to steal
    the living room got a {subject}`,
  body: `in the living room it looks {degree} {quality}
    by the balcony door it is {degree} {quality}
    the kitchen and the bathroom could use one too
    when the sun comes in it is {degree} {quality}
    it fits even in a tiny room
    with pets you should {tip}
    there is no going back
    guests always ask about it
    it goes well with the {thing}
    renters can do this too
    next to the {thing} it fits
    {clock} the sun hits the {thing}
    {kin} sat down and stayed
    the old {thing} went to {nick}
    it holds {number} pounds
    {few} people , {number} minutes to build
    the cat approves`,
  close: `home is a slow project
    where do you keep yours ?
    next I will tackle the balcony
    make space for what you love`,
  title: `{few} square meters , one {subject}
    {subject} makeover
    rental friendly {subject}
    {price} corner
    moving in , day {few}`,
  tags: `home decor|small space|organizing|rental makeover|cozy home|cleaning day|before and after|
    living alone|declutter|interior notes`,
}
