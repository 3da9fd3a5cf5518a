import type { TopicWords } from "../words.ts"

export const gadgets: TopicWords = {
  themes: [
    {
      thing: `noise canceling headset|mechanical keyboard|tablet|power bank|smart watch|monitor|bluetooth speaker|mouse|
        stylus|docking station|e reader|phone stand|wall charger|router|microphone|portable drive|laptop sleeve|
        game controller|desk lamp|projector|usb cable|webcam|laptop|dash cam`,
      quality: `reliable|fast|lightweight|quiet|sturdy|stable|sharp|portable|sleek|long lasting|responsive|
        comfortable|power saving|practical|smart|well built|affordable|handy|smooth|compact`,
    },
    {
      thing: `action camera|mirrorless camera|drone|instant camera|gimbal|ring light|prime lens|film camera|tripod|
        photo editor|video editor|note app|browser plug in|cloud drive|photo printer|smart lock|security camera|
        voice assistant|journal app|home cinema|handheld console|color filter|password manager|smart plug`,
      quality: `easy to learn|crisp|convenient|powerful|steady|fun|professional|intuitive|efficient|playful|retro|
        trustworthy|fluid|beginner friendly|sensitive|simple|generous|clean|clever|quick`,
    },
  ],
  aspect: `battery life|build|screen|sound|software|weight|connection|price|design|warranty|speed|port selection|
    image quality|button feel|cooling|setup`,
  spot: `the electronics store|the flagship store|the trade show|the secondhand market|the airport|the repair shop|the online outlet|the campus store|the mall|the warehouse club|the camera shop|the brand store|the coffee shop|the maker fair`,
  act: `researched for a week|waited for the price drop|switched from the {thing}|used it all day|
    reset it once|updated the firmware|borrowed one from {person}|tested it at {spot}|returned the first unit|
    sold my old one|took it on a work trip|shot some samples|remapped the keys|ran the benchmarks|
    paired it with the {thing}|taught {person} to use it`,
  tip: `check the ports first|wait for the new release|turn off auto updates|buy refurbished|try it at {spot}|
    keep the receipt|use power saving mode|back up your data|pair it with the {thing}|skip the top model|
    read the warranty|lower the brightness|use the original cable|look at secondhand offers|
    buy for what you need|ignore the spec sheet`,
  gain: `I get more done|my desk is clean|my commute is quieter|my photos look better|{person} bought one too|
    my eyes hurt less|I carry two fewer cables|calls don't drop anymore|editing takes half the time|
    I stopped worrying about the battery|typing is a joy|my parents can use it`,
  flaw: `the battery drains fast|it runs hot|it is a bit heavy|the manual says nothing|it disconnects sometimes|
    there are too few ports|the software has ads|charging is slow|the price dropped right after|
    my ears hurt after hours|accessories cost extra|the screen reflects a lot`,
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
    on my desk it looks {degree} {quality}`,
  close: `spec lovers , be gentle
    want a review of the {thing} ?
    know what you need before you buy
    the best one is the one you use`,
  tags: "tech review|desk setup|unboxing|productivity|photography|work from home|gadget lover|audio|student tech|apps",
}
