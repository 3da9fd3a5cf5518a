/** What the page says of detectors, their features and their reasons, in Chinese; the same keys as the English file. */
export const zhDetectors = {
  "detector.posting-rhythm.meaning": "行为层：发布间隔是否比真人更规律，或者一天之中没有睡眠时段。",
  "feature.posting-rhythm.posts": "笔记数",
  "feature.posting-rhythm.burstiness": "发布间隔的突发度 B",
  "feature.posting-rhythm.memory": "发布间隔的记忆度 M",
  "feature.posting-rhythm.burstinessSurprise": "间隔如此规律的意外程度",
  "feature.posting-rhythm.quietShare": "一天中最安静八小时内的笔记比例",
  "feature.posting-rhythm.quietSurprise": "最安静八小时内发布的意外程度",
  "feature.posting-rhythm.conditionalEntropy": "已知之前间隔时，间隔长短的条件熵",
  "feature.posting-rhythm.entropySurprise": "间隔如此可预测的意外程度",
  "reason.posting-rhythm.quiet":
    "{{posts}} 篇笔记中有 {{percent}}% 落在一天中最安静的八小时内，达到这一比例的账号每 {{oneIn}} 个中有 1 个。",
  "reason.posting-rhythm.regular": "发布间隔很规律：突发度为 {{burstiness}}，而真人约为 {{usual}}。",
  "reason.posting-rhythm.predictable":
    "前一个发布间隔预示下一个：条件熵为 {{entropy}} 奈特，而真人约为 {{usual}}。",

  "detector.clock-alignment.meaning": "行为层：笔记是否集中在相同的分钟或秒数发布，如同出自定时工具。",
  "feature.clock-alignment.topMinute": "最常发布的分钟",
  "feature.clock-alignment.topMinuteShare": "在该分钟发布的笔记比例",
  "feature.clock-alignment.minuteSurprise": "集中在相同分钟的意外程度",
  "feature.clock-alignment.secondSurprise": "集中在相同秒数的意外程度",
  "feature.clock-alignment.posts": "笔记数",
  "reason.clock-alignment.minute":
    "{{posts}} 篇笔记中有 {{count}} 篇在每小时的第 {{minute}} 分发布。如此集中在相同分钟的账号，每 {{oneIn}} 个中有 1 个。",
  "reason.clock-alignment.second": "笔记集中在每分钟的相同秒数发布，这样的账号每 {{oneIn}} 个中有 1 个。",

  "detector.response-latency.meaning":
    "行为层：账号在笔记发布后一分钟或五分钟内评论、回复、分享的次数，是否多于真人。",
  "feature.response-latency.responses": "延迟已知的评论、回复与分享",
  "feature.response-latency.withinMinute": "发布后 60 秒内的响应",
  "feature.response-latency.withinFive": "发布后五分钟内的响应",
  "feature.response-latency.median": "延迟中位数",
  "feature.response-latency.minuteSurprise": "60 秒内响应如此之多的意外程度",
  "feature.response-latency.fiveSurprise": "五分钟内响应如此之多的意外程度",
  "reason.response-latency.minute":
    "{{responses}} 次响应中有 {{count}} 次在发布后 60 秒内，而真人每 {{usual}} 次中有 1 次。这么快的账号每 {{oneIn}} 个中有 1 个。",
  "reason.response-latency.five":
    "{{responses}} 次响应中有 {{count}} 次在发布后五分钟内，而真人每 {{usual}} 次中有 1 次。这么快的账号每 {{oneIn}} 个中有 1 个。",

  "detector.activity-mix.meaning":
    "行为层：活动很多而种类很少，或者几乎每次会话都只有一次活动，或者几乎没有这样的会话。",
  "feature.activity-mix.actions": "笔记与互动",
  "feature.activity-mix.kinds": "活动种类数",
  "feature.activity-mix.mixEntropy": "活动构成的熵",
  "feature.activity-mix.topKind": "最常见的种类，0 为笔记",
  "feature.activity-mix.topKindShare": "该种类所占比例",
  "feature.activity-mix.interactionsPerPost": "平均每篇笔记的互动数",
  "feature.activity-mix.kindsSurprise": "活动很多而种类很少的意外程度",
  "feature.activity-mix.sessions": "会话数（30 分钟无活动即结束）",
  "feature.activity-mix.eventsPerSession": "平均每次会话的活动数",
  "feature.activity-mix.singleShare": "只有一次活动的会话比例",
  "feature.activity-mix.sessionsSurprise": "单次活动会话比例的意外程度",
  "reason.activity-mix.kinds":
    "{{actions}} 次活动只涉及 {{all}} 种中的 {{kinds}} 种，其中 {{percent}}% 属于同一种。如此单一的账号每 {{oneIn}} 个中有 1 个。",
  "reason.activity-mix.sessions":
    "{{sessions}} 次会话中有 {{percent}}% 只有一次活动，而真人约为 {{usual}}%。偏离这么远的账号每 {{oneIn}} 个中有 1 个。",

  "detector.change-point.meaning":
    "行为层：账号是否从某天起在不同的时段做不同的事，且超出其平日的差异。被接管的账号得分高。",
  "feature.change-point.actions": "笔记与互动",
  "feature.change-point.day": "变化最大的日子（从 1 起）",
  "feature.change-point.before": "此前的活动数",
  "feature.change-point.rateRatio": "此后与此前的日均活动之比",
  "feature.change-point.kinds": "活动种类的变化（除以离散度）",
  "feature.change-point.hours": "活动时段的变化（除以离散度）",
  "feature.change-point.surprise": "变化如此之大的意外程度",
  "reason.change-point.kinds":
    "从第 {{day}} 天起，所做的事不同了：此前 {{before}} 次活动，此后 {{after}} 次，日均为此前的 {{ratio}} 倍。变化如此之大的账号每 {{oneIn}} 个中有 1 个。",
  "reason.change-point.hours":
    "从第 {{day}} 天起，活动时段不同了：此前 {{before}} 次活动，此后 {{after}} 次，日均为此前的 {{ratio}} 倍。变化如此之大的账号每 {{oneIn}} 个中有 1 个。",
  "reason.change-point.both":
    "从第 {{day}} 天起，所做的事与时段都不同了：此前 {{before}} 次活动，此后 {{after}} 次，日均为此前的 {{ratio}} 倍。变化如此之大的账号每 {{oneIn}} 个中有 1 个。",

  "detector.near-duplicate-text.meaning":
    "内容层：有多少笔记与其他账号的笔记几乎相同；同两个账号之间重复多篇时得分更高。",
  "feature.near-duplicate-text.posts": "长度足以比较的笔记",
  "feature.near-duplicate-text.shared": "与其他账号笔记近似的笔记",
  "feature.near-duplicate-text.partners": "有近似笔记的账号",
  "feature.near-duplicate-text.repeated": "与同一账号有多篇近似的笔记数",
  "reason.near-duplicate-text.shared":
    "{{posts}} 篇笔记中有 {{shared}} 篇与其他账号（共 {{partners}} 个）的笔记几乎相同。重复这么多的账号每 {{oneIn}} 个中有 1 个。",
  "reason.near-duplicate-text.repeated": "其中 {{repeated}} 篇所涉及的账号，还与它有其他重复的笔记。",

  "detector.phrase-inventory.meaning":
    "内容层：与文字量相当的账号相比，是否更常重复自己的笔记和短语，或更多使用陌生账号也在用的短语。",
  "feature.phrase-inventory.posts": "至少三个词的笔记",
  "feature.phrase-inventory.duplicates": "重复自己旧文的笔记",
  "feature.phrase-inventory.duplicateSurprise": "重复笔记如此之多的意外程度",
  "feature.phrase-inventory.phrases": "未重复旧文的笔记中的三词短语",
  "feature.phrase-inventory.repeated": "其中早先笔记已用过的比例",
  "feature.phrase-inventory.usualRepeated": "文字量相当的账号的该比例中位数",
  "feature.phrase-inventory.repeatedSurprise": "短语如此贫乏的意外程度",
  "feature.phrase-inventory.common": "圈外账号也在用的四词短语比例",
  "feature.phrase-inventory.usualCommon": "文字量相当的账号与圈外共用短语的比例中位数",
  "feature.phrase-inventory.commonSurprise": "共用短语如此之多的意外程度",
  "reason.phrase-inventory.duplicates":
    "{{posts}} 篇笔记中有 {{duplicates}} 篇重复自己的旧文。如此之多的账号每 {{oneIn}} 个中有 1 个。",
  "reason.phrase-inventory.narrow":
    "{{phrases}} 个三词短语中有 {{percent}}% 在自己早先的笔记里用过，而文字量相当的账号为 {{usual}}%。重复如此之多的账号每 {{oneIn}} 个中有 1 个。",
  "reason.phrase-inventory.common":
    "其四词短语中有 {{percent}}% 陌生账号也在用，而文字量相当的账号为 {{usual}}%。共用如此之多的账号每 {{oneIn}} 个中有 1 个。",

  "detector.writing-style.meaning":
    "内容层：句子是否比真人更整齐、感叹与疑问标点更少、用词更多样，如同语言模型所写。",
  "feature.writing-style.posts": "有文字的笔记",
  "feature.writing-style.units": "全部笔记的字数或词数",
  "feature.writing-style.sentenceVariation": "笔记内句长的变异系数",
  "feature.writing-style.sentenceSurprise": "句长如此整齐的意外程度",
  "feature.writing-style.markShare": "每个字符的感叹号、问号与波浪号",
  "feature.writing-style.markSurprise": "这类标点如此之少的意外程度",
  "feature.writing-style.typeTokenRatio": "前 80 个汉字中不同字的比例",
  "feature.writing-style.typeSurprise": "该比例如此之高的意外程度",
  "feature.writing-style.emojiPerPost": "平均每篇的表情符号",
  "reason.writing-style.even":
    "句子长短整齐：变异系数为 {{variation}}，而真人约为 {{usual}}。如此整齐的账号每 {{oneIn}} 个中有 1 个。",
  "reason.writing-style.marks":
    "每一万字符中有 {{marks}} 个感叹号、问号与波浪号，而真人为 {{usual}} 个。如此之少的账号每 {{oneIn}} 个中有 1 个。",
  "reason.writing-style.types":
    "笔记的前 {{window}} 个字中有 {{types}} 个不同的字，而真人约为 {{usual}} 个。如此之多的账号每 {{oneIn}} 个中有 1 个。",

  "detector.language-model.meaning":
    "内容层：以其他所有账号的笔记为背景，这个账号的笔记是否比文字量相当的账号更容易预测。",
  "feature.language-model.tokens": "参与判断的词数（各依前两个词）",
  "feature.language-model.crossEntropy": "在他人笔记模型下的交叉熵",
  "feature.language-model.usual": "词数相当的账号的交叉熵中位数",
  "feature.language-model.surprise": "笔记如此易于预测的意外程度",
  "reason.language-model.foreseen":
    "根据其他账号的笔记预测它的 {{tokens}} 个词，平均每次在 {{own}} 个词之间犹豫，而通常为 {{usual}} 个。如此易于预测的账号每 {{oneIn}} 个中有 1 个。",

  "detector.synthetic-media.meaning":
    "内容层：图片的频谱是否带有生成器的痕迹、是否声明由 AI 生成，或者在账号内、账号之间反复出现。",
  "feature.synthetic-media.media": "图片与视频数",
  "feature.synthetic-media.slope": "图片对数功率谱的平均斜率",
  "feature.synthetic-media.exifShare": "带有相机 EXIF 数据的比例",
  "feature.synthetic-media.declared": "声明由 AI 生成的封面",
  "feature.synthetic-media.reused": "与自己早先封面相同的封面",
  "feature.synthetic-media.strangestBand": "频谱与常见情形差异最大的频带",
  "feature.synthetic-media.bandDeviation": "频谱在该频带的偏差",
  "feature.synthetic-media.spectrumSurprise": "频谱如此异常的意外程度",
  "feature.synthetic-media.shared": "与其他账号封面相同的封面",
  "feature.synthetic-media.partners": "有相同封面的账号",
  "feature.synthetic-media.repeated": "与同一账号有多张相同的封面数",
  "reason.synthetic-media.spectrum":
    "其图片在每像素 {{band}} 周处的功率偏离常见值 {{deviations}} 个标准差。频谱如此异常的账号每 {{oneIn}} 个中有 1 个。",
  "reason.synthetic-media.declared":
    "{{media}} 张封面中有 {{declared}} 张声明由 AI 生成，达到这一数量的账号每 {{oneIn}} 个中有 1 个。",
  "reason.synthetic-media.reused":
    "{{media}} 张封面中有 {{reused}} 张与自己早先的封面相同，达到这一数量的账号每 {{oneIn}} 个中有 1 个。",
  "reason.synthetic-media.repeated":
    "{{media}} 张封面中有 {{repeated}} 张与同一账号多次相同（有相同封面的账号共 {{partners}} 个）。如此之多的账号每 {{oneIn}} 个中有 1 个。",

  "detector.co-action.meaning":
    "网络层：两个账号在数秒内操作同一对象的次数，超出同等热度对象的随机巧合多少。",
  "feature.co-action.objects": "操作过的对象",
  "feature.co-action.partners": "在时间窗内操作过同一对象的账号",
  "feature.co-action.repeatedPartners": "在两个以上对象上如此的账号",
  "feature.co-action.mostShared": "与关联最强的账号共同操作的对象",
  "feature.co-action.expected": "与该账号巧合的期望次数",
  "feature.co-action.surprise": "关联最强账号的意外程度（已校正机会次数）",
  "reason.co-action.repeated":
    "在 {{objects}} 个对象中，有 {{mostShared}} 个与同一个账号在时间窗内先后操作，而随机巧合的期望为 {{expected}}。有 {{partners}} 个账号与它反复如此，这样的账号每 {{oneIn}} 个中有 1 个。",

  "detector.dense-groups.meaning":
    "网络层：账号所在的团体中，是否多数成员两两反复协同，超出同等热度对象的随机巧合。",
  "feature.dense-groups.objects": "操作过的对象",
  "feature.dense-groups.members": "所在最密集团体的账号数（含自己）",
  "feature.dense-groups.linked": "团体中反复协同的账号对比例",
  "feature.dense-groups.density": "团体平均每个成员的关联权重",
  "feature.dense-groups.joined": "成员在时间窗内跟随他人操作的次数",
  "feature.dense-groups.expected": "随机巧合的期望次数",
  "feature.dense-groups.surprise": "团体的意外程度（平均每个成员）",
  "reason.dense-groups.member":
    "属于一个 {{members}} 个账号的团体，其中 {{percent}}% 的账号对反复协同：成员在时间窗内跟随他人 {{joined}} 次，而随机巧合的期望为 {{expected}}。处于如此密集团体的账号每 {{oneIn}} 个中有 1 个。",

  "detector.trust-propagation.meaning":
    "网络层：认证账号及其关注的人是否关注这个账号，与粉丝同样多的账号相比如何。",
  "feature.trust-propagation.followers": "抽样关注中的粉丝数",
  "feature.trust-propagation.verifiedFollowers": "这些粉丝中已认证的",
  "feature.trust-propagation.trust": "平均每个粉丝的信任（平均账号为 1）",
  "feature.trust-propagation.rankBelow": "粉丝同样多而更受信任的账号比例",
  "reason.trust-propagation.low":
    "粉丝同样多的账号中有 {{percent}}% 更受信任：{{followers}} 个粉丝中 {{verified}} 个已认证，平均每个粉丝的信任是平均水平的 {{trust}} 倍。这么低的账号每 {{oneIn}} 个中有 1 个。",

  "detector.report-reliability.meaning":
    "收到的举报，按各举报者以往举报的成立情况加权；数小时内的大量举报只计一次。",
  "feature.report-reliability.reports": "收到的举报",
  "feature.report-reliability.weight": "按举报者与集中程度加权的举报",
  "feature.report-reliability.earlierDecided": "举报者以往已裁定的举报数",
  "feature.report-reliability.earlierUpheld": "举报者以往成立的举报数",
  "feature.report-reliability.largestBurst": "六小时内的最多举报数",
  "reason.report-reliability.reported":
    "收到 {{reports}} 次举报，举报者以往已裁定的 {{decided}} 次举报中有 {{upheld}} 次成立。加权后计为 {{weight}}，达到这一水平的账号每 {{oneIn}} 个中有 1 个。",
  "reason.report-reliability.burst":
    "其中 {{burst}} 次举报集中在六小时内，只计一次：可能是有组织的围攻举报。",
}
