import type { TopicWords } from "../words.ts"

export const beauty: TopicWords = {
  themes: [
    {
      thing: `sunscreen|moisturizer|face serum|cleanser|toner|clay mask|eye cream|lip balm|body lotion|
        cleansing balm|hand cream|retinol|face mist|night cream|exfoliant|sheet mask|vitamin C serum|face oil|
        gel cream|barrier cream|micellar water|neck cream|overnight mask|body scrub`,
      quality: `gentle|lightweight|soothing|hydrating|silky|clean|fresh|comfortable|rich|effective|soft|
        calming|easy to spread|simple|affordable|reliable|nourishing|dewy|mild|weightless`,
    },
    {
      thing: `lipstick|foundation|blush|concealer|eyeshadow palette|mascara|cushion|highlighter|brow pencil|
        setting powder|lip gloss|eyeliner|bronzer|setting spray|primer|lip liner|tinted balm|contour stick|
        brow gel|lip oil|skin tint|makeup sponge|lash curler|cream blush`,
      quality: `natural|long lasting|flattering|buildable|creamy|subtle|glowy|wearable|sheer|soft|pigmented|
        smooth|polished|fuss free|fresh|forgiving|bold|elegant|blendable|warm`,
    },
  ],
  aspect: `texture|scent|shade|packaging|finish|formula|coverage|price|staying power|applicator|ingredient list|
    undertone|payoff|size|glow|after feel`,
  spot: `the drugstore|the mall|Sephora|the airport|the brand's counter|the corner pharmacy|a pop up store|the outlet|the beauty hall|the salon|the supermarket|the night market|the duty free shop|the discount store`,
  act: `bought the full size|finished a whole bottle|tried every shade|wore it to the office|
    replaced my {thing}|ordered it from {spot}|used up the sample|took it on a trip|
    put it on bare skin|gave one to {person}|cleared out my makeup bag|did a full face|
    compared it with the {thing}|stocked up|read the ingredient list|split an order with {person}`,
  tip: `do a patch test|use less than you think|apply it on damp skin|blend with your fingers|let it sink in first|
    pair it with the {thing}|avoid the eye area|wait for a sale|check your undertone|start with the mini size|
    reapply at noon|double cleanse at night|layer it under the {thing}|test it at {spot}|keep it in the fridge|
    press it in gently`,
  gain: `my skin calmed down|the dry patches are gone|my pores look smaller|the redness faded|
    my makeup lasted all day|{person} asked what I was wearing|my skin looks awake|nothing creased|
    I skip foundation now|my routine got shorter|the texture on my cheeks is smoother|my lips stopped peeling|
    I broke out less|my face feels soft in the morning`,
  flaw: `the scent is a little strong|the pump gets stuck|it feels heavy in summer|it pills under makeup|
    the cap broke|it is pricey|the shade runs dark|dry skin may need more|it transfers a bit|
    shipping took {span}|the tube is tiny|it stings near the eyes`,
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
    after a late night {gain}`,
  close: `your skin will tell you
    dry skin friends , take notes
    drop your shade below
    be kind to your skin barrier`,
  tags: "skincare|makeup|empties|sensitive skin|get ready with me|drugstore finds|beauty tips|shelfie|no makeup makeup|spf",
}
