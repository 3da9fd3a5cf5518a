import type { GeneralWords, Marks } from "../words.ts"

export const marks: Marks = {
  comma: "，",
  fullStop: "。",
  question: "？",
  exclamations: ["！", "！！", "!"],
  tilde: "～",
}

export const general: GeneralWords = {
  time: `今天|周末|昨天|上周|最近|前 几天|上个 月|今早|昨晚|下班 后|这 阵子|去年|趁 假期|周五 晚上|一大早|中午|
    换季 的 时候|年初|生日 那天|月初|上 周末|睡 前|前 段 时间|过年 期间|午休 的 时候|大 半夜|刚刚|这 两天|
    开学 前|月底`,
  span: `一 周|一个 月|半 个 月|三 天|半年|两 周|一 年|好几 天|快 两个 月|一 整天|十 天|三个 月|小半年|
    一个 星期|五 天|两 年|整整 一 季|四十 天|大半年|好 一 阵子`,
  person: `朋友|闺蜜|同事|我妈|室友|老公|妹妹|男朋友|家里人|姐姐|邻居|同学|博主|我爸|表姐|婆婆|老板|学妹|
    前台 小姐姐|搭子|楼下 阿姨|发小|嫂子|客户|群里 的 姐妹`,
  audience:
    "姐妹们|宝子们|大家|家人们|朋友们|小伙伴们|集美们|友友们|新手|懒人|上班族|学生党|同好们|预算 有限 的 朋友",
  degree: "真的|很|超|特别|挺|非常|好|巨|还 挺|蛮|相当|超级|比较|实在 是|格外|出奇 地|尤其|确实|贼",
  verdict: `没得挑|在线|超出 预期|可以 的|很 稳|不 踩雷|对得起 价格|中规中矩|让 人 惊喜|比 想象 中 好|
    一般般|见仁见智|一 绝|有 加分|挑不出 毛病|够用 了|值得 夸 一下|还 能 接受|略 失望|深得 我心|
    跟 图片 差不多|很 能 打|没 让 我 失望|拿捏 住 了|稍微 差 点 意思|完全 够 了`,
  feeling: `很 开心|被 惊艳 到 了|有点 上头|心情 都 好 了|满足 得 不行|瞬间 治愈|有点 感动|松 了 一口气|
    后悔 没 早点 知道|觉得 很 值|小小 激动 了 一下|挺 意外 的|幸福感 爆棚|有点 纠结|特别 踏实|
    笑 得 停不下来|没 那么 焦虑 了|又 爱 又 恨|美滋滋 的|成就感 满满`,
  link: "而且|不过|所以|但|关键 是|其实|另外|反正|再说|总之|当然|何况|也 因此|话 又 说 回来",
  lead: `说 实话|讲 真|不得不 说|个人 感觉|老实 说|对 我 来说|顺便 一 提|真心 觉得|没 想到|话 说|怎么 说 呢|
    必须 说|目前 来看|果然|亲测|客观 讲|补充 一下|仔细 想想|划 重点|不 夸张|意外 的 是|总的 来说|
    悄悄 说|实际 体验 下来|跟 预想 的 不同`,
  price: `几十 块|一百 出头|不 到 两百|三位 数|一 顿 饭 钱|打 完 折 半价|一 杯 奶茶 钱|小 几百|三百 多|原价 一半|
    二十 来 块|七八十|五百 以内|一千 左右`,
  source: `小红书|朋友圈|直播间|评论区|同城 群|公众号|短视频|论坛|二手 群|首页 推荐|亲戚 群|种草 帖|弹幕|博主 合集`,
  open: `{time} 终于 {act}
    {audience} ， 今天 聊聊 {subject}
    被 {person} 安利 的 {subject} 来 了
    {time} 被 {source} 种草 了 {subject}
    关于 {subject} ， 我 有 话 说
    认真 分享 一下 我 的 {subject}
    {person} 问 了 我 好 几次 {subject}
    {subject} 体验 {span} ， 来 交 作业 了
    谁 懂 啊 ， 这个 {subject} {degree} {quality}
    没 想到 {time} 会 在 {spot} 遇到 {subject}
    {time} 和 {person} 聊到 {subject}
    第一次 写 {subject} ， 有 不对 的 请 指正
    有 没有 {audience} 也 喜欢 {subject} ？
    存 个 档 ， {time} 的 {subject}
    {subject} 到底 值不值得 ？
    纠结 了 {span} 才 决定 {subject}
    翻 相册 翻 到 {time} 的 {subject}
    给 {audience} 整理 的 {subject} 心得
    本来 只 想 看看 ， 结果 {act}
    我 和 {subject} 的 故事 要 从 {time} 说 起
    {time} 的 快乐 是 {subject} 给 的
    又 来 更新 {subject} 了`,
  body: `{degree} {quality}
    {aspect} {verdict}
    {person} 也 {feeling}
    我 {feeling}
    {flaw}
    {gain}
    {act}
    {quality} 又 {quality}
    真 不错
    不 后悔
    爱 了 爱 了
    {person} 作证
    {aspect} 也 加分
    说 不 出 的 {quality}
    就是 {quality}
    完全 没 想到
    {aspect} 和 {aspect} 都 {verdict}
    {person} 看 了 都 来 问 我
    记得 {tip}
    {price} 就 能 搞定
    {time} 在 {spot} 看到 的
    比 {thing} {quality}
    这个 {subject} {degree} {quality}
    它 的 {aspect} {verdict}
    {time} 我 {act}
    {person} 说 {aspect} {verdict}
    建议 大家 {tip}
    {span} 下来 {gain}
    在 {spot} 花 了 {price}
    和 {thing} 一起 会 更 {quality}
    我 更 看重 {aspect} ， {price} 也 能 接受
    之前 的 {thing} 总 觉得 差 点 什么
    {aspect} 这 一 点 {verdict}
    一 开始 担心 {aspect} ， 后来 {feeling}
    {person} 推荐 我 {tip}
    那天 {act} ， {feeling}
    如果 在意 {aspect} ， 可以 {tip}
    那天 {person} 也 在 ， {act}
    唯一 的 缺点 是 {flaw}
    {time} 去 {spot} 的 路上 {act}
    看 {source} 都 说 {quality} ， 我 觉得 {aspect} {verdict}
    从 {aspect} 到 {aspect} 都 能 看出 用心
    像 我 这样 的 懒人 都 会 {tip}
    在 {spot} 有人 教 我 {tip}
    同样 是 {price} ， {subject} 比 {thing} {quality} 多 了
    {person} 本来 不 信 ， 后来 也 {feeling}
    有 人 喜欢 {thing} ， 我 还是 站 {subject}
    坚持 {span} 以后 ， {gain}
    小 提醒 ： {flaw}
    个人 经验 是 {tip}
    为 这 事 被 {person} 笑 了 {span}
    {subject} 的 {aspect} 每个 人 感受 不同
    以前 觉得 {thing} 就 够 了 ， 现在 {feeling}
    {source} 上 的 {thing} 我 也 看 过 ， {aspect} {verdict}
    不 知道 怎么 选 就 {tip}
    {person} 的 反应 是 {degree} {quality}
    {spot} 那边 就 有
    我 对 {aspect} 要求 不 高
    为了 {subject} 专门 跑 了 一 趟 {spot}
    回头 再 跟 {person} 试试 {thing}
    {thing} 我 也 想 要
    做 了 {span} 功课`,
  close: `有 问题 评论区 见
    {audience} 冲 就 对 了
    下次 想 试试 {thing}
    希望 对 {audience} 有 帮助
    你们 还 有 什么 {thing} 推荐 吗 ？
    以上 纯 个人 感受
    先 写 到 这里
    {span} 后 再 来 反馈
    喜欢 的 可以 先 收藏
    下 一 篇 写 {thing}
    下次 还 会 选 {subject}
    大家 平时 会 {tip} 吗 ？
    {subject} 我 给 九 分
    不 喜欢 的 {audience} 轻 喷
    理性 种草 ， 按 需 入手
    期待 下次 去 {spot}
    祝 {audience} 都 能 遇到 喜欢 的
    写 到 这里 ， {feeling}
    {person} 已经 在 催 我 更新 了
    总之 {subject} {degree} {quality}`,
  tags: "日常|好物 分享|真实 测评|生活 记录|今日 份 快乐|新手 必看|我的 日常|笔记 灵感|避雷|干货 分享",
}
