import type { TopicWords } from "../words.ts"

export const food: TopicWords = {
  themes: [
    {
      thing: `ramen|hot pot|fried chicken|pizza|taco plate|beef noodle soup|curry|dumpling platter|burger|
        roast duck|barbecue|pho|paella|bibimbap|seafood boil|lasagna|brisket|pad thai|chowder|sushi set|
        shakshuka|stew|grilled fish|falafel wrap|mac and cheese|ramen bowl|chili|kebab|gumbo|noodle salad|
        meatball sub|risotto|fish and chips|dal|quesadilla|pot pie|carbonara|green curry|fried rice|
        pierogi|gyoza|roast chicken|poke bowl|clam pasta`,
      quality: `rich|tender|filling|spicy|comforting|fresh|crispy|juicy|generous|authentic|smoky|savory|cheap|warm|
        hearty|flavorful|messy|addictive|homemade|well seasoned|garlicky|crunchy|slow cooked|
        salty in a good way|saucy|charred|zesty|cheesy|soul warming|meaty|sticky|tangy|buttery|
        well balanced|big|fiery|simple|better than mine`,
    },
    {
      thing: `croissant|latte|cheesecake|matcha cake|tiramisu|scone|gelato|bagel|cinnamon roll|pour over|
        milk tea|egg tart|banana bread|cold brew|carrot cake|lemon tart|oat cookie|donut|brownie|sourdough|
        yogurt bowl|pavlova|mochi|hot chocolate|espresso|apple pie|chai|cupcake|rice pudding|macaron|
        baklava|affogato|waffle|shortbread|smoothie|plum cake|ice cream sandwich|panna cotta|churro|
        oat latte|cream puff|granola|custard|fig tart`,
      quality: `buttery|creamy|light|fluffy|sweet|delicate|smooth|flaky|refreshing|pretty|fragrant|moist|
        bittersweet|silky|cozy|chewy|balanced|fresh|nutty|airy|not too sweet|melting|crumbly|tart|
        light as air|caramelized|gooey|zingy|dense|spiced|toasted|cold|milky|photogenic|small but rich|
        wobbly`,
    },
  ],
  aspect: `broth|portion|texture|flavor|service|plating|price|sauce|crust|sweetness|atmosphere|menu|spice level|
    smell|dough|wait|line|bread|music|dressing|lighting|heat|coffee|seasoning|crunch|owner|tableware|rice|
    toppings|smoke|filling|seating|foam|bill`,
  spot: `the corner shop|the night market|the old town|the food court|the campus cafe|the bakery|
    the farmers market|the place by the river|the diner|the alley behind work|the train station|
    the new cafe|the food truck|the noodle bar|{shop}|the pier|{nick} 's kitchen|a back street in {city}|
    the cafe at {shop}|the stand by the station|the church fair|the rooftop|my own kitchen|
    the deli in {city}|the drive through`,
  act: `waited in line for an hour|ordered way too much|went for seconds|made it at home|
    burned the first batch|shared a table with {person}|cleaned the plate|tried the house special|
    doubled the garlic|took leftovers home|dragged {person} along|ate it three days in a row|
    skipped lunch for this|asked for the recipe|added extra chili|walked to {spot} in the rain|
    ordered {count}|ate {count}|stood in line at {shop}|split it with {nick}|burned the {thing}|
    drove {few} miles for it|had it twice {date}|simmered it for {few} hours|forgot the salt|
    talked to the cook for {few} minutes|brought {count} home from {city}|spilled half of it|
    kneaded for {number} minutes|used up {few} eggs|let {nick} have the last bite|tried it with {thing}|
    got there {clock}`,
  tip: `go before noon|ask for less sugar|eat it hot|book ahead|share the large one|use more garlic|
    let it rest overnight|cook it low and slow|bring your own cup|try it with the {thing}|use an air fryer|
    salt it at the end|sit by the window|save room for the {thing}|go on a weekday|follow the smell|
    get there by {few}|toast the spices|ask for extra sauce|order for {few}|skip the {thing}|
    use cold butter|rest it for {few} minutes|bring cash|double the recipe|eat it standing up|
    freeze the leftovers|sit at the bar|taste as you go`,
  gain: `there was nothing left on the plate|{person} wants to go again|my kitchen smells amazing|
    the whole table went quiet|breakfast is sorted|my week felt lighter|even the kids ate it|
    I order less takeout now|the second try came out right|my stomach thanked me|
    {person} washed the dishes without being asked|I slept like a baby|{nick} asked for the recipe|
    there were no leftovers|I slept until {few}|the neighbors came by|lunch is sorted for {few} days|
    I finally get the hype|{kin} had {few} helpings|my hands smell of garlic|the picky one ate it|
    we stayed until closing`,
  flaw: `the line is long|it is a bit salty|parking is hard|it gets heavy after a while|the seats are tight|
    the service is slow|it sells out early|it gets soggy in delivery|the music is loud|it is too sweet|
    the sign is easy to miss|the bill adds up|it sold out by {few}|the {thing} was bland|
    it costs {price} now|you wait {number} minutes|the tables wobble|my kitchen looked like a crime scene|
    it was cold by the time {nick} came|there is too much ice|it drips|they close {date}`,
  open: `craving {subject} again {time}
    hidden at {spot} , the best {subject}
    dinner for one , {subject} of course
    three failed attempts at {subject}
    {person} treated me to {subject}`,
  body: `one bite and I {feeling}
    the owner gave us {thing} on the house
    it is about {price} a head
    even cold it is {quality}
    I could smell it from the street
    it goes well with {thing}
    the trick is to {tip}
    nothing fancy , just {quality}
    first bite , {feeling}
    there is {thing} in it somewhere
    the oven was at {few} hundred
    {kin} loves the {thing} more
    the cook is from {city}
    add {thing} for {price}
    the table next to us had {thing}`,
  close: `the diet starts tomorrow
    where do you get your {subject} ?
    {thing} is next on my list
    come hungry`,
  title: `{subject} in {city}
    {few} ingredient {subject}
    {shop} , {subject}
    dinner for {few}
    the {subject} I dream of`,
  tags: `foodie|home cooking|cafe hopping|what I ate today|comfort food|dessert first|coffee time|brunch|
    easy recipe`,
}
