import type { TopicWords } from "../words.ts"

export const food: TopicWords = {
  themes: [
    {
      thing: `ramen|hot pot|fried chicken|pizza|taco plate|beef noodle soup|curry|dumpling platter|burger|roast duck|
        barbecue|pho|paella|bibimbap|seafood boil|lasagna|brisket|pad thai|chowder|sushi set|shakshuka|stew|
        grilled fish|falafel wrap`,
      quality: `rich|tender|filling|spicy|comforting|fresh|crispy|juicy|generous|authentic|smoky|savory|cheap|warm|
        hearty|flavorful|messy|addictive|homemade|well seasoned`,
    },
    {
      thing: `croissant|latte|cheesecake|matcha cake|tiramisu|scone|gelato|bagel|cinnamon roll|pour over|milk tea|
        egg tart|banana bread|cold brew|carrot cake|lemon tart|oat cookie|donut|brownie|sourdough|yogurt bowl|
        pavlova|mochi|hot chocolate`,
      quality: `buttery|creamy|light|fluffy|sweet|delicate|smooth|flaky|refreshing|pretty|fragrant|moist|bittersweet|
        silky|cozy|chewy|balanced|fresh|nutty|airy`,
    },
  ],
  aspect: `broth|portion|texture|flavor|service|plating|price|sauce|crust|sweetness|atmosphere|menu|spice level|
    smell|dough|wait`,
  spot: `the corner shop|the night market|the old town|the food court|the campus cafe|the bakery|the farmers market|the place by the river|the diner|the alley behind work|the train station|the new cafe|the food truck|the noodle bar`,
  act: `waited in line for an hour|ordered way too much|went for seconds|made it at home|burned the first batch|
    shared a table with {person}|cleaned the plate|tried the house special|doubled the garlic|
    took leftovers home|dragged {person} along|ate it three days in a row|skipped lunch for this|
    asked for the recipe|added extra chili|walked to {spot} in the rain`,
  tip: `go before noon|ask for less sugar|eat it hot|book ahead|share the large one|use more garlic|
    let it rest overnight|cook it low and slow|bring your own cup|try it with the {thing}|use an air fryer|
    salt it at the end|sit by the window|save room for the {thing}|go on a weekday|follow the smell`,
  gain: `there was nothing left on the plate|{person} wants to go again|my kitchen smells amazing|
    the whole table went quiet|breakfast is sorted|my week felt lighter|even the kids ate it|
    I order less takeout now|the second try came out right|my stomach thanked me|
    {person} washed the dishes without being asked|I slept like a baby`,
  flaw: `the line is long|it is a bit salty|parking is hard|it gets heavy after a while|the seats are tight|
    the service is slow|it sells out early|it gets soggy in delivery|the music is loud|it is too sweet|
    the sign is easy to miss|the bill adds up`,
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
    nothing fancy , just {quality}`,
  close: `the diet starts tomorrow
    where do you get your {subject} ?
    {thing} is next on my list
    come hungry`,
  tags: "foodie|home cooking|cafe hopping|what I ate today|comfort food|dessert first|coffee time|brunch|street food|easy recipe",
}
