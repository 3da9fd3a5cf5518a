import type { TopicWords } from "../words.ts"

export const fashion: TopicWords = {
  themes: [
    {
      thing: `linen dress|denim jacket|knit sweater|blazer|white shirt|trench coat|midi skirt|hoodie|puffer|
        wide leg pant|vest|slip dress|wool coat|cardigan|raincoat|jumpsuit|turtleneck|pleated skirt|
        leather jacket|cargo pant|wrap dress|polo|flannel|pajama set|linen shirt|pencil skirt|
        corduroy jacket|rain coat|slip skirt|bomber|silk blouse|tank top|sweatshirt|kimono|shacket|
        denim skirt|quilted coat`,
      quality: `flattering|comfortable|timeless|warm|breathable|relaxed|polished|soft|versatile|structured|flowy|
        durable|slimming|casual|elegant|vintage|cozy|affordable|sharp|easy to style|roomy|crisp|slouchy|
        itch free|swishy|well cut|machine washable|forgiving|grown up|airy|sturdy|second hand|a bit loud|
        true to size`,
    },
    {
      thing: `tote|loafer|silver necklace|beret|ankle boot|shoulder bag|scarf|hoop earring|white sneaker|
        silk scarf|bucket hat|belt|watch|ballet flat|backpack|signet ring|canvas bag|baseball cap|brooch|
        sandal|bracelet|crossbody bag|headband|pair of sunglasses|belt bag|ring set|mary jane|hair bow|cap|
        clog|canvas tote|sun hat|watch strap|hair pin|phone pouch|wool glove`,
      quality: `classic|lightweight|roomy|dainty|practical|cute|well made|understated|eye catching|sturdy|vintage|
        comfy|unique|minimal|playful|elegant|graceful|chic|bold|handy|chunky|broken in|roomy inside|light|
        shiny|odd in a good way|well stitched|weatherproof|soft soled|heavy|matching|loud|timeless|small`,
    },
  ],
  aspect: `fit|fabric|color|stitching|sizing|detail|weight|drape|price|lining|length|sole|strap|shape|cut|zipper|
    waist|collar|sleeve|buttons|heel|pocket|hem|leather|smell|hardware|stretch|pattern|tag`,
  spot: `the thrift store|the outlet|the flea market|the vintage shop|the mall|the sample sale|
    the corner boutique|the department store|the charity shop|the designer's studio|the street market|
    the factory store|the pop up shop|the airport|{shop}|a thrift store in {city}|{nick} 's closet|
    the fitting room|a tailor in {city}|the sale rack|the museum shop|an online outlet|the market stall`,
  act: `tried three sizes|bought two colors|returned half the order|cleaned out my closet|wore it to work|
    wore it on a date|found the last one at {spot}|took {person} shopping|hemmed it myself|
    washed it three times|emptied my cart|waited for the restock|paired it with the {thing}|
    lent it to {person}|cut off the tag|took photos in the hallway|tried on {count}|sent back {count}|
    paid {price} for it|wore it {number} times|walked {few} miles in them|matched {nick} by accident|
    took it in by {few} inches|washed it {few} times|dug out my old {thing}|stayed up for the drop|
    wore it to {city}|spilled coffee on it|lent it to {nick}|put the {thing} away|bid on {count}|
    sewed on a button`,
  tip: `size up|wash it cold|pair it with the {thing}|check the fabric first|measure your waist|
    tuck in the front|buy off season|hang it up|roll the sleeves|stick to one color family|layer it|
    try it on at {spot}|steam it before wearing|skip the neon one|buy fewer basics|break it in slowly|
    wear the {thing} with it|wait for the sale|check the seams|bring flat shoes|steam it|
    try it sitting down|ask {nick}|hang it to dry|buy it second hand`,
  gain: `getting dressed takes two minutes|{person} asked where I got it|I look taller|my closet can breathe|
    I wore it four days this week|strangers complimented me|it works for office and dinner|
    my feet survived the day|it held its shape|photos turned out better|I stopped impulse buying|
    I stand a little straighter|{nick} asked for the link|I wore it {few} days in a row|
    my feet survived {city}|I stopped buying others|my legs look longer|even {kin} noticed|
    mornings got easier|{few} people asked on the train|the old {thing} got a second life`,
  flaw: `it wrinkles easily|it is a little sheer|it pills after a while|it runs small|the strap slips|
    the color fades|shipping was slow|it is dry clean only|loose threads are everywhere|
    it is too warm for summer|it rubs at the heel|the pockets are fake|it pills after {few} washes|
    my size was gone in {few} minutes|it wrinkles when I sit|the color bleeds|it squeaks|
    it is {price} , ouch|the lining rips|the straps slip|it sheds`,
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
    my old one can retire now
    five {few} and it hits the knee
    a {thing} under , a {thing} over
    the {thing} is from {few} years ago
    the fabric is {degree} {quality}
    {few} hours at a desk , no wrinkles
    stole the {thing} from {nick}`,
  close: `rate the look ?
    ask me about sizing
    tomorrow I will wear the {thing}
    buy less , choose well`,
  title: `{few} ways to wear a {subject}
    {subject} under {price}
    work week , {subject}
    thrifted {subject}
    cold day {subject}`,
  tags: `outfit of the day|capsule wardrobe|thrift finds|petite style|work outfit|try on haul|
    minimal style|bag lover|style tips|slow fashion`,
}
