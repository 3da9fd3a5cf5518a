import type { TopicWords } from "../words.ts"

export const beauty: TopicWords = {
  themes: [
    {
      thing: `sunscreen|moisturizer|face serum|cleanser|toner|clay mask|eye cream|lip balm|body lotion|
        cleansing balm|hand cream|retinol|face mist|night cream|exfoliant|sheet mask|vitamin C serum|
        face oil|gel cream|barrier cream|micellar water|neck cream|overnight mask|body scrub|lip mask|
        body oil|hair serum|sunscreen stick|foot cream|scalp scrub|vitamin serum|aftersun gel|peeling gel|
        bar soap|hydrating spray|acne patch|bath bomb`,
      quality: `gentle|lightweight|soothing|hydrating|silky|clean|fresh|comfortable|rich|effective|soft|calming|
        easy to spread|simple|affordable|reliable|nourishing|dewy|mild|weightless|cooling|kind to my skin|
        foamy|thick|fast drying|non greasy|milky|plumping|fresh smelling|honest|bouncy`,
    },
    {
      thing: `lipstick|foundation|blush|concealer|eyeshadow palette|mascara|cushion|highlighter|brow pencil|
        setting powder|lip gloss|eyeliner|bronzer|setting spray|primer|lip liner|tinted balm|contour stick|
        brow gel|lip oil|skin tint|makeup sponge|lash curler|cream blush|lip tint|lash glue|nail polish|
        glitter liner|color corrector|perfume|hair clip|puff|curling iron|eye pencil|nail set`,
      quality: `natural|long lasting|flattering|buildable|creamy|subtle|glowy|wearable|sheer|soft|pigmented|smooth|
        polished|fuss free|fresh|forgiving|bold|elegant|blendable|warm|dewy|smudge proof|soft focus|
        quick to blend|peachy|grown up|playful|velvety|my skin but better`,
    },
  ],
  aspect: `texture|scent|shade|packaging|finish|formula|coverage|price|staying power|applicator|ingredient list|
    undertone|payoff|size|glow|after feel|pump|smell|cap|aftertaste|mirror|refill|customer service|slip`,
  spot: `the drugstore|the mall|Sephora|the airport|the brand's counter|the corner pharmacy|a pop up store|
    the outlet|the beauty hall|the salon|the supermarket|the night market|the duty free shop|
    the discount store|the pharmacy in {city}|{shop}|the counter|an outlet|duty free|{nick} 's bathroom|
    the online sale|a pop up|the night pharmacy|the airport in {city}|the refill shop`,
  act: `bought the full size|finished a whole bottle|tried every shade|wore it to the office|
    replaced my {thing}|ordered it from {spot}|used up the sample|took it on a trip|put it on bare skin|
    gave one to {person}|cleared out my makeup bag|did a full face|compared it with the {thing}|stocked up|
    read the ingredient list|split an order with {person}|used up {count}|swapped with {nick}|
    tested {few} shades at {spot}|got sunburned in {city}|pulled {few} all nighters|
    stopped using the {thing}|cut my routine to {few} steps|paid {price} for it|did my liner {few} times|
    washed it off and started over|found one from {few} years ago|gave the {thing} to {nick}|
    wore it for {number} hours straight|flew to {city} with a full face|
    asked the lady at {spot} {few} questions|patch tested for {few} days`,
  tip: `do a patch test|use less than you think|apply it on damp skin|blend with your fingers|
    let it sink in first|pair it with the {thing}|avoid the eye area|wait for a sale|check your undertone|
    start with the mini size|reapply at noon|double cleanse at night|layer it under the {thing}|
    test it at {spot}|keep it in the fridge|press it in gently|wait {few} minutes|
    start with a pea sized drop|take it off properly|warm it in your hands|skip acids for {few} days|
    layer it twice|buy the mini|check it in daylight|wash your brushes|press , don't rub|
    ask {nick} to share|use it at night only`,
  gain: `my skin calmed down|the dry patches are gone|my pores look smaller|the redness faded|
    my makeup lasted all day|{person} asked what I was wearing|my skin looks awake|nothing creased|
    I skip foundation now|my routine got shorter|the texture on my cheeks is smoother|
    my lips stopped peeling|I broke out less|my face feels soft in the morning|no breakouts in {few} weeks|
    {nick} asked what I changed|my makeup lasted until {few}|I leave the house {few} minutes earlier|
    the redness is gone|my chin calmed down|I saved {price}|the bags under my eyes shrank`,
  flaw: `the scent is a little strong|the pump gets stuck|it feels heavy in summer|it pills under makeup|
    the cap broke|it is pricey|the shade runs dark|dry skin may need more|it transfers a bit|
    shipping took {span}|the tube is tiny|it stings near the eyes|it pills over the {thing}|
    it smells like {thing}|the cap cracked|shipping to {city} took {few} weeks|it fades after {few} hours|
    it stings {nick} 's eyes|there is too little in it|it leaves a white cast|it transfers on cups`,
  open: `empties of the season , starting with the {subject}
    sensitive skin diary , the {subject} edition
    my skin was a mess until this {subject}
    get ready with me and the {subject}
    testing the {subject} so you don't have to`,
  body: `my combination skin finds it {quality}
    it sits well under the {thing}
    on bare skin it is {degree} {quality}
    I wore it through a whole shift and the {aspect} {verdict}
    no breakouts after {span}
    two layers and it is still {quality}
    the clerk suggested the {thing} instead
    after a late night {gain}
    {few} hours in and still {quality}
    {thing} first , {subject} on top
    in winter it is {quality}
    shade {few} is {degree} {quality}
    my skin is oily here , dry there
    bare faced it looks {quality}`,
  close: `your skin will tell you
    dry skin friends , take notes
    drop your shade below
    be kind to your skin barrier`,
  title: `{few} minute face
    empties , {span}
    dry skin and a {subject}
    {subject} on tired skin
    drugstore {subject}`,
  tags: `skincare|makeup|empties|sensitive skin|get ready with me|drugstore finds|beauty tips|shelfie|
    no makeup makeup|spf`,
}
