import type { TopicWords } from "../words.ts"

export const home: TopicWords = {
  themes: [
    {
      thing: `floor lamp|sofa|desk|rug|curtain set|dining table|mattress|bookshelf|pegboard|armchair|coffee table|
        side table|room divider|duvet cover|gallery wall|house plant|candle|mirror|vase|window seat|headboard|
        throw blanket|bean bag|shoe bench`,
      quality: `cozy|warm|simple|sturdy|soft|bright|timeless|calming|compact|elegant|rustic|inviting|airy|tidy|
        comfortable|charming|minimal|well made|homely|affordable`,
    },
    {
      thing: `storage bin|robot vacuum|dishwasher|air fryer|humidifier|laundry basket|drawer divider|spice rack|
        dehumidifier|rice cooker|wall hook|steam mop|water filter|kettle|drying rack|trash can|label maker|
        vacuum bag|shoe rack|toolbox|dish rack|lint roller|pantry jar|cordless vacuum`,
      quality: `handy|quiet|practical|easy to clean|durable|time saving|roomy|smart|cheap|reliable|sturdy|
        space saving|convenient|neat|simple|efficient|foldable|light|clever|useful`,
    },
  ],
  aspect: `size|color|material|assembly|noise|price|storage|finish|design|smell|stability|light|capacity|look|
    instruction sheet|handle`,
  spot: `the hardware store|the furniture store|the flea market|the garage sale|the showroom|the outlet|the antique market|the plant shop|the supermarket|the online store|the thrift store|the lighting shop|the craft fair|the warehouse sale`,
  act: `measured everything twice|assembled it alone|donated two bags of stuff|replaced my {thing}|
    carried it upstairs with {person}|rearranged the living room|painted one wall|cleaned until midnight|changed the lighting|
    drew a floor plan|returned the first one|almost gave up on the delivery|moved it around three times|
    labeled every box|got one for {person}|fixed the wobbly leg`,
  tip: `measure first|choose light colors|leave some empty space|group similar things|use warm bulbs|
    wait for the sale|label the boxes|declutter before you buy|put it near the {thing}|pick a washable cover|
    plan the outlets|tidy for ten minutes a day|keep the receipt|stick to two colors|try it at {spot}|buy secondhand`,
  gain: `the room looks bigger|I don't want to leave the house|{person} noticed right away|everything has a place|
    cleaning takes half the time|mornings are calmer|the cat claimed it first|the rental feels like home|
    my desk is finally empty|I sleep deeper|nobody argues about chores|guests stay longer`,
  flaw: `assembly took forever|it collects dust|it takes up space|it smelled at first|it is louder than I thought|
    the manual is useless|a screw was missing|the color is off|the cord is too short|light fabric stains easily|
    delivery stops at the curb|it scratches the floor`,
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
    renters can do this too`,
  close: `home is a slow project
    where do you keep yours ?
    next I will tackle the balcony
    make space for what you love`,
  tags: "home decor|small space|organizing|rental makeover|cozy home|cleaning day|before and after|living alone|declutter|interior notes",
}
