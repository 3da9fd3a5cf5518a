import type { GeneralWords, Marks } from "../words.ts"

export const marks: Marks = {
  comma: ",",
  fullStop: ".",
  question: "?",
  exclamations: ["!", "!!", "!!!"],
  tilde: "~",
}

export const general: GeneralWords = {
  time: `today|last weekend|yesterday|last week|this morning|last month|on Sunday|last night|a few days ago|
    after work|over the holidays|on Friday|before breakfast|in spring|this week|last summer|around noon|
    on my birthday|two weeks ago|late last night|during lunch|at the start of the month|on my day off|
    last year|the other day|on a rainy Tuesday`,
  span: `a week|a month|two weeks|three days|half a year|ten days|a year|six weeks|several days|two months|
    a whole season|five days|four months|a full day|nearly two years|a couple of weeks|thirty days`,
  person: `a friend|my sister|my mom|my roommate|my husband|a coworker|my boyfriend|my neighbor|my brother|
    my best friend|my cousin|my dad|my aunt|the owner|my partner|a classmate|the girl next door|my boss|
    my grandmother|a stranger|my flatmate`,
  audience: `friends|everyone|fellow beginners|anyone on a budget|busy people|lazy folks like me|students|
    first timers|night owls|the perfectionists here|people in a hurry|the curious ones|newcomers`,
  degree: `really|so|very|pretty|super|quite|surprisingly|honestly|rather|incredibly|genuinely|fairly|
    unexpectedly|truly|extremely|a bit too|seriously|absolutely`,
  verdict: `is great|is spot on|beat my expectations|is decent|is worth the money|could be better|held up well|
    is hard to fault|surprised me|is nothing special|is better than in the photos|won me over|is just right|
    let me down a little|is solid|does the job|is a matter of taste|deserves praise|is good enough|
    is what sold me|stands out|took some getting used to`,
  feeling: `was so happy|felt relieved|couldn't stop smiling|was a little surprised|felt proud|
    was hooked right away|regretted waiting so long|was nervous at first|felt spoiled|
    was over the moon|had mixed feelings|felt calm again|laughed out loud|was truly impressed|
    felt it was worth it|was skeptical|felt like a kid again|was quietly pleased`,
  link: "and|but|so|plus|also|then again|and yes|still|and honestly|on top of that|besides",
  lead: `honestly|to be fair|in my experience|not going to lie|for me|by the way|as it turns out|
    in short|surprisingly|no kidding|full disclosure|all in all|small thing|truth be told|
    fun fact|on the other hand|as always|quick note|if I'm honest|oddly enough|for the record|side note`,
  price: `under twenty dollars|about fifty bucks|less than a takeout lunch|roughly a hundred|
    fifteen dollars|a bit over thirty|the price of two coffees|around eighty dollars|
    forty on sale|more than I planned|two hundred all in`,
  source: `a short video|my feed|the comments here|a group chat|a blog|someone's story|my saved posts|a forum|
    a newsletter|a livestream|an old note|the front page|a podcast`,
  open: `finally {act} {time}
    okay {audience} , let's talk about the {subject}
    {person} talked me into the {subject}
    found this {subject} through {source}
    a few words about the {subject}
    {span} with the {subject} and here is my take
    everyone keeps asking about my {subject}
    so {time} I {act}
    was the {subject} worth it ?
    saving this {subject} for later
    never thought I would write about this {subject}
    anyone else obsessed with this {subject} ?
    my honest notes on the {subject}
    {time} at {spot} I came across this {subject}
    this one is for {audience}
    it took me {span} to decide on the {subject}
    {person} and I spent hours on this {subject}
    I only went to {spot} to look around
    update on the {subject} after {span}
    some late thoughts on the {subject}
    scrolling through old photos of the {subject}
    if you are new to this , start with the {subject}
    hello {audience} , new post about the {subject}`,
  body: `{degree} {quality}
    the {aspect} {verdict}
    I {feeling}
    {person} {feeling} too
    {gain}
    {flaw}
    I {act}
    it is {quality} and {quality}
    {price} , money well spent
    just {tip}
    so {quality}
    no regrets
    love the {aspect}
    worth every cent
    simply {quality}
    what a {subject}
    big fan here
    zero complaints
    never too {quality}
    nice {aspect} too
    the {thing} came second
    {person} can confirm
    blame {source}
    it really works
    still not bored
    decent {aspect} , {quality} overall
    paid {price} for it
    I also like the {thing}
    this {subject} is {degree} {quality}
    it feels {degree} {quality}
    {time} I {act}
    the {aspect} and the {aspect} both get my vote
    remember to {tip}
    {person} says the {aspect} {verdict}
    after {span} {gain}
    I found it at {spot}
    next to the {thing} it looks {quality}
    the {thing} never felt this {quality}
    the only downside is that {flaw}
    at first {flaw} , now {gain}
    I was worried about the {aspect} at first
    {person} told me to {tip}
    {person} was there when I {act}
    if you care about the {aspect} , {tip}
    I went back to {spot} {time} just for this
    {source} called it {quality} , and I agree
    compared with the {thing} , the {aspect} {verdict}
    for {price} you can hardly complain
    {person} tried the {thing} and {feeling}
    what I like most is the {aspect}
    it took {span} before {gain}
    I read about the {thing} in {source} but the {subject} seemed more {quality}
    you can {tip} , but you don't have to
    {person} was not convinced until I {act}
    even {person} noticed that {gain}
    my advice for {audience} is to {tip}
    I would pick it over the {thing} any day
    I usually {tip} before anything else
    the {aspect} matters more to me than the {aspect}
    there is one at {spot} if you want to look
    one warning , {flaw}
    once I {act} , I {feeling}
    I don't say this often but the {aspect} {verdict}
    people at {spot} kept asking about it
    I have tried the {thing} before and it was less {quality}
    it cost {price} at {spot}
    I did {span} of research first
    the {thing} has to wait for now`,
  close: `ask me anything below
    hope this helps {audience}
    what do you all think ?
    next time I will try the {thing}
    would buy again
    just my two cents
    save this for later
    see you in the next post
    ten out of ten for the {subject}
    any tips for the {thing} ?
    I will report back in {span}
    that is all for now
    take care , {audience}
    your mileage may vary
    do you {tip} too ?
    more about the {thing} soon
    so yes , the {subject} stays
    let me know if you want the details
    thanks for reading , {audience}
    {degree} {quality} in my book`,
  tags: "daily life|honest review|my favorites|small joys|worth it|weekend notes|tips|lately|life update|first try",
}
