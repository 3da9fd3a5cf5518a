import type { TopicWords } from "../words.ts"

export const fashion: TopicWords = {
  themes: [
    {
      thing: `linen dress|denim jacket|knit sweater|blazer|white shirt|trench coat|midi skirt|hoodie|puffer|
        wide leg pant|vest|slip dress|wool coat|cardigan|raincoat|jumpsuit|turtleneck|pleated skirt|leather jacket|
        cargo pant|wrap dress|polo|flannel|pajama set`,
      quality: `flattering|comfortable|timeless|warm|breathable|relaxed|polished|soft|versatile|structured|flowy|
        durable|slimming|casual|elegant|vintage|cozy|affordable|sharp|easy to style`,
    },
    {
      thing: `tote|loafer|silver necklace|beret|ankle boot|shoulder bag|scarf|hoop earring|white sneaker|silk scarf|
        bucket hat|belt|watch|ballet flat|backpack|signet ring|canvas bag|baseball cap|brooch|sandal|bracelet|
        crossbody bag|headband|pair of sunglasses`,
      quality: `classic|lightweight|roomy|dainty|practical|cute|well made|understated|eye catching|sturdy|vintage|
        comfy|unique|minimal|playful|elegant|graceful|chic|bold|handy`,
    },
  ],
  aspect: `fit|fabric|color|stitching|sizing|detail|weight|drape|price|lining|length|sole|strap|shape|cut|zipper`,
  spot: `the thrift store|the outlet|the flea market|the vintage shop|the mall|the sample sale|the corner boutique|the department store|the charity shop|the designer's studio|the street market|the factory store|the pop up shop|the airport`,
  act: `tried three sizes|bought two colors|returned half the order|cleaned out my closet|wore it to work|
    wore it on a date|found the last one at {spot}|took {person} shopping|hemmed it myself|washed it three times|
    emptied my cart|waited for the restock|paired it with the {thing}|lent it to {person}|cut off the tag|
    took photos in the hallway`,
  tip: `size up|wash it cold|pair it with the {thing}|check the fabric first|measure your waist|tuck in the front|
    buy off season|hang it up|roll the sleeves|stick to one color family|layer it|try it on at {spot}|
    steam it before wearing|skip the neon one|buy fewer basics|break it in slowly`,
  gain: `getting dressed takes two minutes|{person} asked where I got it|I look taller|my closet can breathe|
    I wore it four days this week|strangers complimented me|it works for office and dinner|
    my feet survived the day|it held its shape|photos turned out better|I stopped impulse buying|I stand a little straighter`,
  flaw: `it wrinkles easily|it is a little sheer|it pills after a while|it runs small|the strap slips|
    the color fades|shipping was slow|it is dry clean only|loose threads are everywhere|it is too warm for summer|
    it rubs at the heel|the pockets are fake`,
  open: `how I style the {subject}
    outfit notes , starring the {subject}
    petite try on , the {subject}
    the most worn {subject} in my closet
    one {subject} , {span} of outfits`,
  body: `on me it looks {degree} {quality}
    {person} borrowed it and never gave it back
    I got two compliments on the way to {spot}
    with the {thing} it is {degree} {quality}
    it feels {quality} to the touch
    it works on a curvy figure too
    I am five foot three and the {aspect} {verdict}
    my old one can retire now`,
  close: `rate the look ?
    ask me about sizing
    tomorrow I will wear the {thing}
    buy less , choose well`,
  tags: "outfit of the day|capsule wardrobe|thrift finds|petite style|work outfit|try on haul|minimal style|bag lover|style tips|slow fashion",
}
