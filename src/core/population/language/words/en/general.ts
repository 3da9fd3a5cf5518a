import type { GeneralWords, Marks } from "../words.ts"

export const marks: Marks = {
  comma: ",",
  pause: " -",
  fullStop: ".",
  question: "?",
  ellipsis: "...",
  exclamations: ["!", "!!", "!!!"],
  tilde: "~",
}

export const general: GeneralWords = {
  time: `today|last weekend|yesterday|last week|this morning|last month|on Sunday|last night|a few days ago|
    after work|over the holidays|on Friday|before breakfast|in spring|this week|last summer|around noon|
    on my birthday|two weeks ago|late last night|during lunch|at the start of the month|on my day off|
    last year|the other day|on a rainy Tuesday|{date}|{clock}|{clock} {date}|{number} days ago|
    back in {city}|the night before {city}|when I was home sick|the day the heating broke|
    after {number} days of overtime|between two trips|on the train to {city}|the morning after|
    on my first day in {city}|when the power went out`,
  span: `a week|a month|two weeks|three days|half a year|ten days|a year|six weeks|several days|two months|
    a whole season|five days|four months|a full day|nearly two years|a couple of weeks|thirty days|
    {number} days|{few} months|{few} weeks|on and off {few} months|the whole winter|one long summer|
    {few} years|exactly {number} days|a semester|most of the year`,
  person: `a friend|my sister|my mom|my roommate|my husband|a coworker|my boyfriend|my neighbor|my brother|
    my best friend|my cousin|my dad|my aunt|the owner|my partner|a classmate|the girl next door|my boss|
    my grandmother|a stranger|my flatmate|{kin}|{nick}|{nick} of all people|the owner of {shop}|
    somebody called {nick}|a man in a red hat|an old friend|the new guy`,
  audience: `friends|everyone|fellow beginners|anyone on a budget|busy people|lazy folks like me|students|
    first timers|night owls|the perfectionists here|people in a hurry|the curious ones|newcomers|
    fellow night owls|my {city} people|short people|renters|the indecisive|impatient folks|homebodies|
    new parents|sensitive souls|bargain hunters|returning readers|anyone in {city}`,
  degree: `really|so|very|pretty|super|quite|surprisingly|honestly|rather|incredibly|genuinely|fairly|
    unexpectedly|truly|extremely|a bit too|seriously|absolutely|kind of|a little|way too|
    almost suspiciously|reasonably|weirdly|properly|wonderfully|not exactly|decidedly|more than a bit|
    increasingly|oddly|just about|consistently|sort of|far from|downright|pleasantly|remarkably`,
  verdict: `is great|is spot on|beat my expectations|is decent|is worth the money|could be better|held up well|
    is hard to fault|surprised me|is nothing special|is better than in the photos|won me over|
    is just right|let me down a little|is solid|does the job|is a matter of taste|deserves praise|
    is good enough|is what sold me|stands out|took some getting used to|is fine|gets {few} stars from me|
    beats the one from {city}|has its moments|is a mixed bag|grew on me|is all I wanted|needs work|
    is above average|is why I stayed|holds its own|is exactly as {nick} said|was a nice surprise|
    makes up for the rest|is overrated|could fool anyone|is still going strong|leaves me cold|is a step up|
    speaks for itself|went downhill a bit|has no equal|is hit or miss`,
  feeling: `was so happy|felt relieved|couldn't stop smiling|was a little surprised|felt proud|
    was hooked right away|regretted waiting so long|was nervous at first|felt spoiled|was over the moon|
    had mixed feelings|felt calm again|laughed out loud|was truly impressed|felt it was worth it|
    was skeptical|felt like a kid again|was quietly pleased|nearly cried|got goosebumps|did a little dance|
    rolled my eyes|lost track of time|had to sit down|was lost for words|called {nick} at once|
    grinned all day|felt at home|was less tired|was sold|changed my mind|slept well for once|
    took it all back|blushed|sighed with relief|couldn't believe it|wanted to stay|forgot my phone|
    was secretly pleased|cheered out loud|felt ten years younger`,
  link: `and|but|so|plus|also|then again|and yes|still|and honestly|on top of that|besides|yet|or rather|
    mind you|then|meanwhile|luckily|sadly|in the end|after all|at least|either way|somehow|even so|
    because of that|of course|next thing I knew|to top it off`,
  lead: `honestly|to be fair|in my experience|not going to lie|for me|by the way|as it turns out|in short|
    surprisingly|no kidding|full disclosure|all in all|small thing|truth be told|fun fact|
    on the other hand|as always|quick note|if I'm honest|oddly enough|for the record|side note|
    cards on the table|real talk|spoiler|quick confession|between us|no ad|long story short|I kid you not|
    for context|hot take|believe it or not|first things first|in fairness|on second thought|looking back|
    wild guess|fair warning|true story|just saying|hand on heart`,
  price: `under twenty dollars|about fifty bucks|less than a takeout lunch|roughly a hundred|fifteen dollars|
    a bit over thirty|the price of two coffees|around eighty dollars|forty on sale|more than I planned|
    two hundred all in|{number} dollars|around {number} bucks|{number} on sale|just under {number}|
    {number} plus shipping|{number} with a coupon|half of what {nick} paid|the price of {few} coffees|
    {number} a month`,
  source: `a short video|my feed|the comments here|a group chat|a blog|someone's story|my saved posts|a forum|
    a newsletter|a livestream|an old note|the front page|a podcast|{nick} 's page|a {city} newsletter|
    my saved folder|the paper|a window display|the family chat|a podcast by {nick}|an old book|the radio|
    a flyer at {shop}|a blog from {city}|some comment section|the library|a postcard`,
  open: `finally {act} {time}
    okay {audience} , let's talk about the {subject}
    {person} talked_me_into/sold_me_on/pushed_me_toward/introduced_me_to the {subject}
    found/spotted/discovered this {subject} through/thanks_to/via {source}
    a_few_words_about/quick_thoughts_on/let_me_rave_about/two_lines_on the {subject}
    {span} with the {subject} and here is my take
    everyone_keeps_asking/{number}_messages/so_many_questions about my {subject}
    so {time} I {act}
    was/is the {subject} worth_it/any_good/worth_the_hype ?
    saving this {subject} for later
    never thought I would write about this {subject}
    anyone else obsessed with this {subject} ?
    my_honest_notes/a_rant/the_facts/my_verdict on the {subject}
    {time} at {spot} I came across this {subject}
    this one is for {audience}
    it took me {span} to decide on the {subject}
    {person} and I spent hours on this {subject}
    I only went to {spot} to look around
    update on the {subject} after {span}
    some late thoughts on the {subject}
    scrolling through old photos of the {subject}
    if you are new to this , start with the {subject}
    hello {audience} , new post about the {subject}
    {think} the {subject} {verdict}
    {person} {say} the {subject} is {quality} , so I {act}
    {date} I {act} , here is what happened
    {number} people asked about the {subject} , so
    back from {city} with a {subject}
    {nick} made me write about the {subject}
    right , the {subject}
    straight to it , the {subject} is {degree} {quality}
    {span} ago I {act}
    the {subject} from {shop}
    can't sleep , so the {subject} it is
    my {few} rules for the {subject}
    {person} gave me a {subject}
    two things about this {subject}
    I owe {nick} a post about the {subject}
    {date} in {city} , and of course the {subject}
    nobody warned me about the {subject}
    day {number} of the {subject}
    remember my {subject} ?
    rainy day , {subject} out
    how a {subject} ended up here
    {person} and I disagree about the {subject}
    before I forget , the {subject}
    another week , another {subject}`,
  body: `{degree} {quality}
    the {aspect} {verdict}
    I {feeling}
    {person} {feeling} too
    {gain}
    {flaw}
    I {act}
    it_is/both/somehow/pretty {quality} and/yet/but {quality}
    {price} , money_well_spent/no_complaints/fair_enough/a_steal/can't_argue
    just {tip}
    so {quality}
    no_regrets/glad_I_did/zero_doubts/would_do_it_again
    love the {aspect}
    worth_every_cent/worth_the_trip/a_keeper/cheap_at_the_price
    simply {quality}
    what_a/some/quite_a {subject}
    big_fan_here/count_me_in/I'm_sold/color_me_happy
    zero_complaints/nothing_to_add/all_good/can't_fault_it
    never too {quality}
    nice {aspect} too
    the {thing} came second
    {person} can_confirm/agrees/was_there/saw_it_too
    blame/thank/I_got_it_from/credit_to {source}
    it_really_works/does_what_it_says/it_delivers/works_for_me
    still_not_bored/still_hooked/not_over_it_yet/going_strong
    decent {aspect} , {quality} overall
    paid {price} for it
    I_also_like/don't_sleep_on/shout_out_to/I_eyed the {thing}
    this {subject} is {degree} {quality}
    it feels {degree} {quality}
    {time} I {act}
    the {aspect} and the {aspect} both get my vote
    remember_to/don't_forget_to/do/make_sure_to/be_sure_to/you_want_to {tip}
    {person} says the {aspect} {verdict}
    after {span} {gain}
    I found it at {spot}
    next to the {thing} it looks {quality}
    the {thing} never felt this {quality}
    the_only_downside_is_that/my_one_gripe_,/fair_warning_,/the_catch_is_that/small_print_, {flaw}
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
    what_I_like_most_is/my_favorite_part_is/it_is_all_about/top_marks_for the {aspect}
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
    the {thing} has to wait for now
    {think} the {aspect} {verdict}
    it is {hedge} the {aspect}
    {person} {say} it is {degree} {quality}
    I {again} {tip}
    the {aspect} is {hedge} why
    {clock} {spot} is almost empty
    {date} I {act}
    {nick} {say} to {tip} , I did not listen
    got {count} , gave {nick} the rest
    comes to {price} , {hedge} fair
    {shop} has them too , {price}
    I saw a {thing} at {shop}
    in {city} the {thing} is {quality} too
    it is {quality} , it is {quality} , but {flaw}
    not exactly {quality} , but the {aspect} {verdict}
    for the {aspect} alone I would take the {thing}
    {person} looked at it and {feeling}
    the {thing} is {quality} as well
    {lead} , the {aspect} {verdict}
    should have been told to {tip}
    took {nick} 's advice to {tip}
    {tip} , don't ask how I know
    note to self , {tip}
    the {thing} is for next time
    {few} points for the {aspect}
    minus one for the {aspect}
    how can a {thing} be this {quality}
    more {quality} every day
    hard to call it {quality}
    people ask about the {aspect}
    {person} just said {quality}
    walking out of {spot} I {feeling}
    {span} on , it {verdict}
    by now {gain}
    {gain} , {nick} saw it
    sure , {flaw} , still {quality}
    because {flaw} , I {again} {tip}
    {nick} has a less {quality} one
    my mom calls it a {thing}
    sent {nick} a photo , got one word back , {quality}
    {kin} used {count} and {feeling}
    a {thing} would do the same
    bet {nick} that {gain} , and won
    it was {number} degrees when I {act}
    {count} left
    on day {few} {gain}
    after that {gain}
    who knew you should {tip}
    {nick} taught me to {tip}
    my order , {tip} , then {tip}
    {nick} knows about the {aspect} , I don't
    blame the {aspect}
    somebody in {source} said that {flaw}
    only at {spot} I noticed that {flaw}
    I almost quit over the {aspect}
    {kin} and {nick} see it differently
    {count} is plenty
    the owner of {shop} told me to {tip}
    I meant to {tip} , and then I {act}
    everything is {quality} except the {aspect}
    even {kin} called it {quality}
    had not seen {nick} in {span} , so we went
    last time {flaw}
    this time it {verdict}
    less {quality} than the {thing}
    {quality} is the word
    only for the {aspect}
    the most {quality} at {spot}
    once every {few} days
    took {number} photos
    {nick} was laughing next to me
    my phone was at {few} percent
    it was raining outside
    got home {clock}
    we talked until {few}
    stopped by {shop} on the way
    brought the {thing} too
    {kin} cares more about the {aspect}
    thanks to {nick}
    asked {number} people
    more {quality} than {date}
    nothing like the one in {city}
    {nick} fell asleep
    had to think of {city}
    both {quality} and {quality} , who would have thought
    no idea about the {aspect} yet
    I keep it next to the {thing}
    it all started when I {act}
    the {aspect} first , the {aspect} later
    even {nick} {feeling}
    nothing happened for {few} days`,
  close: `ask_me_anything_below/questions_welcome/drop_a_comment/comments_are_open
    hope_this_helps/this_goes_out_to/cheers_to/with_love_to {audience}
    what do you all think ?
    next_time_I_will_try/up_next_is/I_have_my_eye_on/still_dreaming_of the {thing}
    would_buy_again/buying_another/stocking_up/will_repeat
    just_my_two_cents/one_opinion_of_many/take_it_or_leave_it/as_I_see_it
    save_this_for_later/bookmark_this/keep_this_one/screenshot_this
    see_you_in_the_next_post/until_next_time/more_soon/talk_soon
    ten out of ten for the {subject}
    any tips for the {thing} ?
    I will report back in {span}
    that_is_all_for_now/that's_it/the_end/over_and_out
    take care , {audience}
    your mileage may vary
    do you {tip} too ?
    more about the {thing} soon
    so yes , the {subject} stays
    let me know if you want the details
    thanks for reading , {audience}
    {degree} {quality} in_my_book/if_you_ask_me/to_my_taste/for_sure
    bye for now
    {nick} wants a follow up , so in {span}
    off to {spot}
    written {clock}
    sleepy now , good night
    back to work
    come find me in {city}
    in short , it {verdict}
    the last point goes to the {aspect}
    thank you {nick}
    more {date}
    will add things as I remember
    kettle is on , bye
    to each their own
    {nick} is calling , dinner
    waiting for the sale now
    all photos by {nick}
    {few} out of ten
    like if you {tip} too
    hugs from {city}
    no link , sorry
    that is my list
    okay , {subject} time
    have a good weekend`,
  nick: `Mia|Jonas|Priya|Tess|Omar|Lena|Kofi|Ruth|Sam|Ines|Marco|Hana|Dee|Felix|Noor|Ada|Theo|Lou|Yuki|Bea|Raj|
    Cleo|Max|Ivy|Tom|Sofia|Ken|Maya|Finn|Zoe|Nadia|Ben|Elif|Gus|Rosa|Jay|Wren|Kit|Olga|Pete|Amara|Leo|June|
    Vik|Nora|Eli|Faye|Hugo|Suki|Ali`,
  kin: `my sister|my husband|my mom|{nick}|my flatmate {nick}|{nick} from work|my aunt in {city}|
    my little brother|{nick} next door|my old teacher|a friend of {nick}|the barista|my gym buddy {nick}|
    my cousin {nick}|my landlord|the lady upstairs|my dad|our babysitter {nick}|my better half|
    a stranger from {city}|my college roommate`,
  city: `Austin|Leeds|Toronto|Chicago|Lisbon|Brighton|Denver|Glasgow|Portland|Dublin|Melbourne|Berlin|Seattle|
    Bristol|Montreal|Nashville|Cape Town|Auckland|Oakland|Vienna|Galway|Savannah|Bath|Halifax|Tucson|Cork|
    Utrecht|Boise|Perth|Ghent|Asheville|Porto|Quebec|Tampa|York|Oslo|Madison|Malmo|Reno|Hobart`,
  shop: `The Blue Door|{nick} 's Place|Corner Two|Old Mill|Juniper|Half Moon|Fern and Salt|the {city} Store|
    Number Nine|Little Owl|Paper Crane|The Annex|Saltbox|Maple Street|Wilder|Two Sparrows|The Pantry|
    North Side|Rye|Driftwood|{nick} and Sons|Tin Roof|Marigold|The Long Table|Harbor House|Pine and Co|
    Lost Button|Sunday|Copper Pot|Finch`,
  number: `three|two|five|six|eight|four|ten|seven|twenty|nine|twelve|thirty|fifteen|fifty|forty|eleven|sixty|
    a dozen|sixteen|eighteen|twenty five|some thirty|maybe forty|well over fifty|a good twenty|
    nearly a hundred`,
  few: `two|three|four|five|six|seven|eight|nine|ten`,
  count: `two of them|{few} boxes|{few} pairs|a whole bag|{few} bottles|a handful|{few} packs|just one|
    a spare one|{few} sizes|half a box|{few} of each|a pair|one too many|a small stack|{few} pieces|
    a full set|another {few}`,
  clock: `at noon|at seven in the morning|around {few} o'clock|just before closing|at dawn|after dinner|
    past midnight|around {few} thirty|before work|at sunset|between meetings|by nine at night|
    on the way home|during my commute|right after lunch|before the kids woke up|at {few} sharp|in the dark|
    while the kettle boiled`,
  date: `on Saturday|in early March|at Easter|last May|on Monday|over Christmas|in October|
    before Thanksgiving|last winter|in late August|on New Year's Eve|
    on Mother's Day|this April|during spring break|on Wednesday|in the first week of July|
    on a grey Thursday|the weekend before last|on payday|around Halloween`,
  say: `says|swears|insists|keeps telling me|claims|thinks|told me|texted that|whispered that|jokes that|
    reckons|would argue|admits|said in passing that|decided|is convinced that|wrote back that|
    pointed out that|always says|bet me that`,
  think: `I think|I'd say|if you ask me|I guess|my theory is that|I figured|turns out|I suspect|I have a feeling|
    I'm fairly sure|it seems|in my book|the way I see it|I'd argue|I still believe|I gather|I must admit|
    I only learned later that|little did I know that`,
  again: `always|often|every week|now and then|usually|almost daily|rarely|sometimes|every other day|constantly|
    once again|mostly|seldom|at least once a month|whenever I can|twice a day`,
  hedge: `probably|maybe|apparently|likely|perhaps|most likely|presumably|no doubt|supposedly|for all I know|
    possibly|surely|almost certainly|in theory`,
  ending: `lol|haha|though|tbh|hehe|for once|I guess|ha|somehow|for real|you guys|in a good way|no joke|again|phew`,
  refer: `same one here {address}|link {address}|thanks {address}|more at {address}|the shop is {address}|
    found via {address}|with {address}|map {address}|my last post {address}|full list {address}|
    ask {address}|tickets {address}|photos by {address}|video {address}|recipe and all {address}|
    credit to {address}`,
  title: `{subject} , {span} later
    the {quality} {subject}
    my {subject} diary
    notes on the {subject}
    {subject} , worth it ?
    {time} , {subject}
    a {subject} for {price}
    {city} and a {subject}
    {subject} fail
    small {subject} update
    dear {audience}
    {subject} first impressions
    hello {subject}
    {degree} {quality}
    {person} was right
    the truth about the {subject}
    {subject} review
    {count} , no_regrets/glad_I_did/zero_doubts/would_do_it_again
    weekend {subject}
    what I learned from the {subject}
    {shop} haul
    {quality} and {quality}
    {span} with a {subject}
    found at {spot}
    not sponsored , {subject}
    quick {subject} note`,
  address: `http://xhslink.com/m/6W3jQr|http://xhslink.com/m/iHma5Z|http://xhslink.com/m/3A4sD6|@juniper.home|
    http://xhslink.com/a/b6qgGX|http://xhslink.com/m/tvaY2Q|http://xhslink.com/m/RcsZXW|@miaeats|
    http://xhslink.com/a/ZeQxzt|http://xhslink.com/m/cFe5ds|http://xhslink.com/m/r5S3Bc|@oldmillcafe|
    http://xhslink.com/m/nwzZGb|http://xhslink.com/m/fdXGnz|http://xhslink.com/a/Ay36v6|@runwithjonas|
    http://xhslink.com/m/fyChM2|http://xhslink.com/m/xEkgaf|http://xhslink.com/m/cvUYA7|@tess.tries|
    http://xhslink.com/a/fkxnmT|http://xhslink.com/a/mBEXwY|http://xhslink.com/a/bQjCdX|@bluedoor.shop|
    http://xhslink.com/m/UdQjBd|http://xhslink.com/a/RHRmqH|http://xhslink.com/a/qFqs2u|@saltbox|
    http://xhslink.com/a/pHnv36|http://xhslink.com/m/VBna5u|http://xhslink.com/a/HcWxXC|@noor.beauty|
    http://xhslink.com/m/fsqUDz|http://xhslink.com/m/dbnHVT|http://xhslink.com/m/KrMrbC|@littleowl.kids|
    http://xhslink.com/m/FtwT7r|http://xhslink.com/m/sq4Qaa|http://xhslink.com/a/gevKPn|@theoandco|
    http://xhslink.com/a/SsKSDW|http://xhslink.com/a/qNcTXv|http://xhslink.com/m/fM3ca4|@paper.crane|
    http://xhslink.com/a/KVg6YW|http://xhslink.com/m/Er4gqj|http://xhslink.com/m/aeB6K8|@lenatravels|
    http://xhslink.com/a/cDX25G|http://xhslink.com/m/Dv869b|http://xhslink.com/a/ftrABT|@pantryclub|
    http://xhslink.com/m/NziVJK|http://xhslink.com/a/Atx2dH|http://xhslink.com/a/bZ9CAC|@gus.gadgets|
    http://xhslink.com/m/Mfwrzs|http://xhslink.com/m/iMnrfm|http://xhslink.com/m/MqEx2E|@rosa.knits|
    http://xhslink.com/m/hkTkep|http://xhslink.com/m/BTrvGM|http://xhslink.com/m/xuvsZZ|@drift.wood|
    http://xhslink.com/m/HdMikG|http://xhslink.com/m/ER2iT9|http://xhslink.com/m/MMpYfd|@ivyathome|
    http://xhslink.com/m/4Db52S|http://xhslink.com/a/rtDJwn|http://xhslink.com/m/gd7UuS|@marigold.shop|
    http://xhslink.com/a/zD2t8d|http://xhslink.com/m/szeBA9|http://xhslink.com/m/7BhnXa|@kofi.lifts|
    http://xhslink.com/m/h7xaw2|http://xhslink.com/m/vYjCyA|http://xhslink.com/m/bkaHVE|@sundaymarket|
    http://xhslink.com/m/hXzqHH|http://xhslink.com/a/jZKszi|http://xhslink.com/m/tAppeP|@beaandbean|
    http://xhslink.com/m/buFe6J|http://xhslink.com/m/3hMnvf|http://xhslink.com/m/uXKuFF|@finch.store|
    http://xhslink.com/m/tVgWpV|http://xhslink.com/m/RNiaGd|http://xhslink.com/a/eQjxsT|@hana.reads|
    http://xhslink.com/m/eGVu3c|http://xhslink.com/a/qZTFH8|http://xhslink.com/m/5e8srY|@rye.bakery|
    http://xhslink.com/a/UKeZZG|http://xhslink.com/a/F5eZJL|http://xhslink.com/a/SLVrHs|@wilder.gear|
    http://xhslink.com/a/A7EMdS|http://xhslink.com/a/fbciSz|http://xhslink.com/a/6VP5XV|@copperpot|
    http://xhslink.com/m/YW5JiK|http://xhslink.com/a/c67XJS|http://xhslink.com/m/2wYHju|@twosparrows|
    http://xhslink.com/a/PK82jU|http://xhslink.com/a/BbvvSq|http://xhslink.com/a/fs6fjB|@harbor.house|
    http://xhslink.com/m/JTnrJ3|http://xhslink.com/m/maxAfG|http://xhslink.com/m/Mwrcvp|@tinroof|
    http://xhslink.com/a/ktEasz|http://xhslink.com/m/QrWucF|http://xhslink.com/a/U7A9JU|@pinegoods`,
  tags: `daily life|honest review|my favorites|small joys|worth it|weekend notes|tips|lately|life update|
    first try|slow living|everyday|photo dump|thoughts|no filter|currently|weekend|life lately|finds|
    little things|ordinary days|home again|reviewed|just me`,
}
