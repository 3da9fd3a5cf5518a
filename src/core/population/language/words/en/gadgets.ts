import type { TopicWords } from "../words.ts"

export const gadgets: TopicWords = {
  themes: [
    {
      thing: `noise canceling headset|mechanical keyboard|tablet|power bank|smart watch|monitor|
        bluetooth speaker|mouse|stylus|docking station|e reader|phone stand|wall charger|router|microphone|
        portable drive|laptop sleeve|game controller|desk lamp|projector|usb cable|webcam|laptop|dash cam|
        e-reader|smart plug|drone|turntable|camera|printer|robot arm|soundbar|keyboard|game console|
        action cam|recorder`,
      quality: `reliable|fast|lightweight|quiet|sturdy|stable|sharp|portable|sleek|long lasting|responsive|
        comfortable|power saving|practical|smart|well built|affordable|handy|smooth|compact|snappy|heavy|
        easy to repair|light|loud|fast to charge|plain|accurate|warm to the touch|fun|old school|overkill|
        pocketable`,
    },
    {
      thing: `action camera|mirrorless camera|drone|instant camera|gimbal|ring light|prime lens|film camera|
        tripod|photo editor|video editor|note app|browser plug in|cloud drive|photo printer|smart lock|
        security camera|voice assistant|journal app|home cinema|handheld console|color filter|
        password manager|smart plug|card reader|phone stand|cable tie|screen protector|car mount|
        keycap set|desk mat|ssd|lens cap|wrist rest|stylus|adapter|light strip|case|charger|laptop sleeve|
        cable box`,
      quality: `easy to learn|crisp|convenient|powerful|steady|fun|professional|intuitive|efficient|playful|retro|
        trustworthy|fluid|beginner friendly|sensitive|simple|generous|clean|clever|quick|cheap|braided|
        tiny|grippy|strong|boring but useful|compatible|flat|long|rubbery|snug|slim|magnetic|solid|loose`,
    },
  ],
  aspect: `battery life|build|screen|sound|software|weight|connection|price|design|warranty|speed|port selection|
    image quality|button feel|cooling|setup|battery|fan|app|port|hinge|speaker|latency|manual|update|
    button|cable|camera|brightness|signal`,
  spot: `the electronics store|the flagship store|the trade show|the secondhand market|the airport|
    the repair shop|the online outlet|the campus store|the mall|the warehouse club|the camera shop|
    the brand store|the coffee shop|the maker fair|{shop}|my desk|a repair shop in {city}|the office|
    the flea market|{nick} 's garage|the refurb store|the train|the hotel|an online auction`,
  act: `researched for a week|waited for the price drop|switched from the {thing}|used it all day|
    reset it once|updated the firmware|borrowed one from {person}|tested it at {spot}|
    returned the first unit|sold my old one|took it on a work trip|shot some samples|remapped the keys|
    ran the benchmarks|paired it with the {thing}|taught {person} to use it|used it for {span}|
    dropped it {few} times|paid {price}|returned {count}|waited {few} weeks for it|compared {few} models|
    reset it {few} times|left it at {spot}|read {number} reviews|traded with {nick}|took it to {city}|
    sold my old {thing}|ran it for {number} hours|set one up for {kin}|broke a {thing}|updated it {clock}`,
  tip: `check the ports first|wait for the new release|turn off auto updates|buy refurbished|try it at {spot}|
    keep the receipt|use power saving mode|back up your data|pair it with the {thing}|skip the top model|
    read the warranty|lower the brightness|use the original cable|look at secondhand offers|
    buy for what you need|ignore the spec sheet|turn off {few} apps|buy the long cable|
    wait for {few} months|back it up|ask {nick}|keep the box|charge it to eighty|get the {thing} too|
    mute the alerts|skip the extended plan`,
  gain: `I get more done|my desk is clean|my commute is quieter|my photos look better|{person} bought one too|
    my eyes hurt less|I carry two fewer cables|calls don't drop anymore|editing takes half the time|
    I stopped worrying about the battery|typing is a joy|my parents can use it|
    I charge it every {few} days|the desk has {few} cables less|{kin} can call me now|
    exports take {few} minutes|{nick} bought one too|the commute is quiet|meetings don't drop|
    I saved {price}|it boots in {few} seconds`,
  flaw: `the battery drains fast|it runs hot|it is a bit heavy|the manual says nothing|it disconnects sometimes|
    there are too few ports|the software has ads|charging is slow|the price dropped right after|
    my ears hurt after hours|accessories cost extra|the screen reflects a lot|it died after {few} hours|
    the app is a mess|the charger is extra|the price dropped {price} in {few} weeks|it gets hot|
    bluetooth cut out {few} times|it scratches|it only has {few} ports|the manual is useless|
    one side went silent`,
  open: `{span} with the {subject} , pros and cons
    a plain language guide to the {subject}
    can a {subject} for {price} be any good ?
    new on my desk , the {subject}
    from the {thing} to the {subject}`,
  body: `out of the box it feels {degree} {quality}
    for office work it is {degree} {quality}
    next to the {thing} , the {aspect} {verdict}
    if specs confuse you , {tip}
    one charge lasts three days
    if your budget is {price} , consider it
    support told me the {aspect} {verdict}
    I use it on the train every day
    on my desk it looks {degree} {quality}
    {few} hours cost {number} percent
    works with the {thing} too
    generation {few} is much the same
    {clock} it was still going
    {kin} learned it in {few} minutes
    support told me to {tip}
    the {thing} is {few} years old and fine`,
  close: `spec lovers , be gentle
    want a review of the {thing} ?
    know what you need before you buy
    the best one is the one you use`,
  title: `{subject} , {few} months in
    {subject} unboxed
    {price} {subject}
    before you buy a {subject}
    desk setup , {subject}`,
  tags: `tech review|desk setup|unboxing|productivity|photography|work from home|gadget lover|audio|
    student tech|apps`,
}
