import type { GeneralWords, Marks } from "../words.ts"

export const marks: Marks = {
  comma: "，",
  pause: " ",
  fullStop: "。",
  question: "？",
  ellipsis: "…",
  exclamations: ["！", "！！", "!"],
  tilde: "～",
}

export const general: GeneralWords = {
  time: `今天|周末|昨天|上周|最近|前 几天|上个 月|今早|昨晚|下班 后|这 阵子|去年|趁 假期|周五 晚上|一大早|中午|换季 的 时候|年初|生日 那天|月初|上 周末|睡 前|前 段 时间|
    过年 期间|午休 的 时候|大 半夜|刚刚|这 两天|开学 前|月底|{date}|{clock}|{date} {clock}|有 天 {clock}|{number} 天 前|那 阵子|
    刚 搬 来 {city} 的 时候|昨天 {clock}|去 {city} 之前|从 {city} 回来 那 天|忙 完 这 阵|停电 那 晚|加班 {number} 天 以后|快递 到 的 那 天|
    发 工资 那 天|下 雨 天|感冒 那 几 天|天 一 冷`,
  span: `一 周|一个 月|半 个 月|三 天|半年|两 周|一 年|好几 天|快 两个 月|一 整天|十 天|三个 月|小半年|一个 星期|五 天|两 年|整整 一 季|四十 天|大半年|好 一 阵子|
    {number} 天|{few} 个 月|{few} 周|断断续续 {number} 天|一 个 冬天|整个 {date}|从 {date} 到 现在|前前后后 {few} 个 月|小 两 年|
    不 到 {number} 天`,
  person: `朋友|闺蜜|同事|我妈|室友|老公|妹妹|男朋友|家里人|姐姐|邻居|同学|博主|我爸|表姐|婆婆|老板|学妹|前台 小姐姐|搭子|楼下 阿姨|发小|嫂子|客户|群里 的 姐妹|{kin}|{nick}|
    {kin} 和 {kin}|{nick} 他们|{shop} 老板|一个 {city} 姑娘|刚 认识 的 {nick}|路过 的 大爷|{nick} 老师`,
  audience: `姐妹们|宝子们|大家|家人们|朋友们|小伙伴们|集美们|友友们|新手|懒人|上班族|学生党|同好们|预算 有限 的 朋友|{city} 的 朋友|跟 我 一样 的 懒人|手残党|打工人|选择 困难 的 人|
    社恐|怕 麻烦 的|第一次 来 的|租房党|老 粉|i人|准备 下手 的|小个子|过敏 体质|精打细算 的 人|夜猫子`,
  degree: `真的|很|超|特别|挺|非常|好|巨|还 挺|蛮|相当|超级|比较|实在 是|格外|出奇 地|尤其|确实|贼|有点|不 是 一般 地|无敌|怪|老|可|那 叫 一 个|着实|倍儿|多少 有点|不要 太|
    还 算|越 看 越|意外 地|十足 地|略|忒|简直|肉眼可见 地|越来越`,
  verdict: `没得挑|在线|超出 预期|可以 的|很 稳|不 踩雷|对得起 价格|中规中矩|让 人 惊喜|比 想象 中 好|一般般|见仁见智|一 绝|有 加分|挑不出 毛病|够用 了|值得 夸 一下|还 能 接受|
    略 失望|深得 我心|跟 图片 差不多|很 能 打|没 让 我 失望|拿捏 住 了|稍微 差 点 意思|完全 够 了|值 这 个 价|很 加分|我 打 {few} 分|比 {city} 那边 强|稳稳 的|
    算 良心|有点 悬|再 好 一点 就 完美 了|出乎 意料|跟 {nick} 说 的 一样|吊打 上 一个|马马虎虎|没 话 说|属于 上乘|在 意料 之中|经得起 细看|跟 以前 没 法 比|有 惊喜|
    有点 迷|反正 我 满意|{hedge} 因人而异|差强人意|还 得 再 看看|真 没 得 说|看 {person} 的 表情 就 知道|打 平|甩 开 同行|拿 得 出 手|配 得 上 {price}|
    有 进步|退 步 了|时 好 时 坏|不 输 {shop}|马 虎 不 得|见 真 章|省 心|经 用|让 {nick} 服 气|闭 眼 选|保 持 住 了`,
  feeling: `很 开心|被 惊艳 到 了|有点 上头|心情 都 好 了|满足 得 不行|瞬间 治愈|有点 感动|松 了 一口气|后悔 没 早点 知道|觉得 很 值|小小 激动 了 一下|挺 意外 的|幸福感 爆棚|
    有点 纠结|特别 踏实|笑 得 停不下来|没 那么 焦虑 了|又 爱 又 恨|美滋滋 的|成就感 满满|乐 了 半天|心里 一 暖|整个 人 松弛 下来|有点 破防|不 想 走 了|
    {again} 想起 来|眼前 一 亮|没 忍住|心服 口服|偷偷 开心|暗暗 佩服|舍不得|愣 了 一下|嘴角 压 不 住|不 太 服气|鼻子 一 酸|困 意 全 无|
    想 给 {nick} 也 来 一 份|默默 记 下 了|有点 小 得意|突然 就 想 通 了|念念 不 忘|打心底 高兴|一 点 脾气 都 没有|白 担心 一 场|哼 起 歌 来|手 都 在 抖|
    长 舒 一 口 气|多 待 了 {few} 分钟|脸 都 笑 僵|耳朵 发 烫|当 场 下 单|连 拍 {number} 张|起 鸡皮 疙瘩|忘 了 时间|困 劲 上 来|蹦 了 起来|不 作 声 了|
    心 服 了|想 家 了|想 起 {city}|饿 了|有 点 不好 意思|拍 大腿`,
  link: `而且|不过|所以|但|关键 是|其实|另外|反正|再说|总之|当然|何况|也 因此|话 又 说 回来|结果|然后|可是|于是|主要 是|顺带|好在|只 是|不 然|除 此 之外|毕竟|何 况|偏偏|以至于|
    尤其 是|要 不 是|就 连|幸好|最 绝 的 是|没 成 想|再 就是|倒 是`,
  lead: `说 实话|讲 真|不得不 说|个人 感觉|老实 说|对 我 来说|顺便 一 提|真心 觉得|没 想到|话 说|怎么 说 呢|必须 说|目前 来看|果然|亲测|客观 讲|补充 一下|仔细 想想|划 重点|
    不 夸张|意外 的 是|总的 来说|悄悄 说|实际 体验 下来|跟 预想 的 不同|不 瞒 你 说|坦白 讲|别 不 信|有 一 说 一|插 一 句|说 回来|讲 个 笑话|先 说 结论|多 嘴 一 句|
    实不相瞒|跑 个 题|平心 而 论|对 了|老 规矩|掏心窝子 说|说 来 惭愧|友情 提示|你 别 说|众所周知|不 吹 不 黑|先 叠 个 甲|依 我 看|讲 句 公道 话|话 糙 理 不 糙|
    偷偷 讲|好 消息 是|坏 消息 是|说 出来 不 怕 笑|往 好 处 想|换 个 角度|别 笑|先 别 急|划 个 重点|老 读者 晓得|按 惯例|闲 话 少 说|不 开 玩笑|认 真 讲|
    多 说 一 嘴`,
  price: `几十 块|一百 出头|不 到 两百|三位 数|一 顿 饭 钱|一 杯 奶茶 钱|小 几百|三百 多|二十 来 块|七八十|五百 以内|一千 左右|{number} 块|{number} 块 多|
    {number} 出头|人均 {number}|不 到 {number} 块|{number} 块 九|团购 {number}|{number} 包邮|券 后 {number}|两 张 电影票 钱|
    原价 {number} 多|{number} 来 块|小 {few} 十`,
  source: `小红书|朋友圈|直播间|评论区|同城 群|公众号|短视频|论坛|二手 群|首页 推荐|亲戚 群|种草 帖|弹幕|博主 合集|{nick} 的 主页|{city} 本地 号|一个 小 众 博主|收藏夹|
    {shop} 的 公众号|家族 群|同事 的 安利|贴吧|B站|热搜|旅行 杂志|一 本 旧 书|橱窗|电梯 广告|播客|推送|妈妈 群|私信`,
  open: `{time} 终于 {act}
    {audience} ， 今天_聊聊/来_说说/讲讲/开_讲/唠_两_句 {subject}
    被 {person} 安利/种草/忽悠/点_名 的 {subject} 来_了/到_货/拿_下
    {time} 被 {source} 种草 了 {subject}
    关于 {subject} ， 我_有_话_说/憋_不_住_了/不_吐_不_快/来_交_代/说_两_句
    认真_分享/摊开_讲/盘_一_盘/晒_一_下/记_一_记 我_的/这_次_的/手_里_的 {subject}
    {person} 问 了 我 好 几次 {subject}
    {subject} 体验 {span} ， 来_交_作业_了/来_还_愿/冒_个_泡/有_发言_权_了/回来_汇报
    谁_懂_啊/救_命/天_哪/我_的_妈/家人们_谁_懂 ， 这个/{subject} {degree} {quality}
    没_想到/哪_知/谁_料/不_成_想 {time} 会 在 {spot} 遇到 {subject}
    {time} 和 {person} 聊到 {subject}
    第一次_写/头_回_发/新手_写 {subject} ， 有_不对_的_请_指正/轻_拍/求_带/写_得_乱
    有_没有/请问/举_手_， {audience} 也 喜欢/爱/迷 {subject} ？
    存_个_档/留_个_念/打_个_卡/记_一_笔/备_份 ， {time} 的 {subject}
    {subject} 到底/究竟/现在 值不值得/买_不_买/香_不_香/咋_样 ？
    纠结 了 {span} 才 决定 {subject}
    翻_相册_翻_到/整理_照片_看_到/内_存_满_了_，_舍_不_得_删 {time} 的 {subject}
    给 {audience} 整理/攒/写 的 {subject} 心得/笔记/清单/干货
    本来 只 想 看看 ， 结果 {act}
    我 和 {subject} 的 故事 要 从 {time} 说 起
    {time} 的 快乐 是 {subject} 给 的
    又 来 更新 {subject} 了
    {think} {subject} {hedge} {verdict}
    {date} {clock} ， {act}
    {person} {say} {subject} {quality} ， 我 不 信
    先 交代 背景 ： {span} 前 {act}
    {again} 有人 问 {subject} ， 统一 回复
    在 {city} {span} ， {subject} 试 了 {count}
    {nick} 让 我 写 写 {subject}
    {subject} ？ {think} {quality}
    开门见山 ， {subject} {degree} {quality}
    {shop} 的 {subject} ， {few} 分
    {clock} 睡 不 着 ， 来 记 一下 {subject}
    今年 第 {few} 次 {subject}
    从 {source} 看到 {subject} ， {act}
    {person} 生日 ， 我 送 了 {subject}
    拖 了 {span} ， 终于 写 {subject}
    老 粉 都 知道 我 又 {act}
    上 篇 提 到 的 {subject} ， 后续 来 了
    答应 {nick} 的 {subject} 笔记
    {date} 的 {city} ， {subject} 刚刚 好
    没 人 告诉 我 {subject} 这么 {quality}
    {subject} 第 {few} 天
    我 又 {act} 了
    {person} 和 我 为 {subject} 吵 了 一 架
    别 划 走 ， {subject} {degree} {quality}
    对 {subject} 我 是 有 执念 的
    谁 还 没 有 过 {subject} 呢
    {subject} ， 一个 {audience} 的 自白
    回 {city} 这 几 天 ， 又 {act}
    {number} 块 的 {subject} 什么 水平
    突然 想 聊聊 {subject}`,
  body: `{degree} {quality}
    {aspect} {verdict}
    {person} 也 {feeling}
    我 {feeling}
    {flaw}
    {gain}
    {act}
    {quality} 又/还/而且/也 {quality}
    真_不错/挺_好/可_以/蛮_行/没_毛病/棒/妥
    不_后悔/不_亏/赚_了/买_对_了/算_值
    爱_了_爱_了/狠狠_爱_住/喜欢_得_紧/上_头_了/戳_中_我_了/锁_死
    {person} 作证/可_以_证明/在_场/也_认/点_头
    {aspect} 也_加分/也_不_赖/给_力/是_亮点/功_不_可_没
    说_不_出_的/出奇_的/该_有_的/恰_到_好处_的/久违_的/难得_的 {quality}
    就是/真_叫/纯纯/硬是/确实 {quality}
    完全_没_想到/意外/超_纲_了/吓_一_跳/做_梦_也_没_想到
    {aspect} 和 {aspect} 都 {verdict}
    {person} 看_了_都_来_问/见_到_就_问/追_着_要_链接/也_想_要/酸_了
    记得/别_忘_了/务必/最_好/千万/一定_要 {tip}
    {price} 就_能_搞定/拿下/入手/带_走/到手/就_够
    {time} 在 {spot} 看到_的/撞_见_的/顺_手_拿_的/碰_上/挑_的
    比 {thing} {quality}
    这个/{subject} {degree} {quality}
    它_的/这_个/他_家/人_家_的 {aspect} {verdict}
    {time} 我 {act}
    {person} 说 {aspect} {verdict}
    建议_大家/建议/劝_你/真心_推荐/求_你们/可_以 {tip}
    {span} 下来 {gain}
    在 {spot} 花 了 {price}
    和/跟/搭/加_上 {thing} 一起_会_更/就_更/显得/才_叫 {quality}
    我_更_看重/我_最_在意/我_只_看/首先_是/先_看 {aspect} ， {price} 也_能_接受/也_认_了/不_算_事/可_以_忍/还_行
    之前_的/原先_那_个/上_一_个/旧_的 {thing} 总_觉得_差_点_什么/差_口_气/没_到_点_上/不_对_味/总_缺_点_啥
    {aspect} 这_一_点/这_块/方面/上_头 {verdict}
    一_开始_担心/起初_怕/原先_嫌/本来_纠结/买_前_顾虑 {aspect} ， 后来/现在/到_手/用_完/如今 {feeling}
    {person} 推荐_我/教_我/让_我/逼_我/叫_我 {tip}
    那天/当天/后_来/当_场 {act} ， {feeling}
    如果_在意/要_是_看重/介意/放_不_下 {aspect} ， 可以/就/不_妨/那_就 {tip}
    那天/当时/刚好 {person} 也_在/陪_着/路_过 ， {act}
    唯一_的_缺点_是/硬_要_挑_刺_:/美中不足_,/吐槽_一_下_:/就_是/不_足_: {flaw}
    {time} 去 {spot} 的 路上 {act}
    看 {source} 都 说 {quality} ， 我 觉得 {aspect} {verdict}
    从 {aspect} 到 {aspect} 都 能_看出_用心/挑_不_出_错/透_着_讲究/下_了_功夫/讲究_得_很
    像_我_这样_的_懒人/再_懒_的_人/连_我/社恐_如_我 都 会/肯/愿意 {tip}
    在 {spot} 有人 教 我 {tip}
    同样_是/都_是/差不多 {price} ， {subject} 比 {thing} {quality} 多 了
    {person} 本来_不_信/起初_嘴_硬/嫌_弃/不_屑 ， 后来_也/结果/最_后 {feeling}
    有_人/{nick} 喜欢/爱/粉 {thing} ， 我 还是_站/选/投/偏_爱 {subject}
    坚持/用_了/过_了/熬_了 {span} 以后/之后/再_看 ， {gain}
    小_提醒_：/注意_，/丑_话_说_前_头_，/先_说_好_，/提前_讲_： {flaw}
    个人_经验_是/我_的_办法_:/我_一般/吃_过_亏_,/摸索_出_来_的_: {tip}
    为_这_事/因_此/就_这 被 {person} 笑/念叨/吐槽 了 {span}
    {subject} 的 {aspect} 每个_人_感受_不同/因人而异/各_有_看法/见仁见智/说_法_不_一
    以前 觉得 {thing} 就_够_了/最_好/没_区别 ， 现在/这_下/如今 {feeling}
    {source} 上 的 {thing} 我 也 看 过 ， {aspect} {verdict}
    不_知道_怎么_选_就/拿_不_准_就/纠结_的_话/懒_得_想_就 {tip}
    {person} 的_反应_是/头_一_句/评语_是/的_原_话_: {degree} {quality}
    {spot} 那边_就_有/有_卖/能_找_到/碰_得_到
    我_对/本人_对/平时_对 {aspect} 要求_不_高/不_挑/佛_系/没_啥_讲究
    为了 {subject} 专门_跑_了_一_趟/绕_路_去/特地_去/打_车_去/连_夜_冲_去 {spot}
    回头_再/改天_再/有_空 跟/拉/约 {person} 试试/整/来 {thing}
    {thing} 我_也_想_要/也_种_草_了/下_一_个/安排/在_路_上
    做_了/刷_了/攒_了 {span} 功课/攻略/笔记
    {think} {aspect} {verdict}
    {hedge} 是 {aspect} 的 缘故
    {person} {say} {degree} {quality}
    又 {act}
    {think} {hedge} 不_用/没_必要/不_必 {tip}
    {clock} 去 {spot} 人 最 少
    {date} 我 {act}
    前后 {act} ， 花 了 {span}
    {nick} {say} 要 {tip} ， 我_没_听/我_照_做/半_信_半_疑
    {aspect} {verdict} ， {aspect} {verdict}
    十 个 人 里 {few} 个 说 {quality}
    买 了 {count} ， 送 {person} {count}
    算 下来 {price} ， {hedge} 不 亏
    {shop} 也 有 ， {price}
    我 在 {shop} 见 过 {thing}
    {city} 的 {thing} {hedge} 更 {quality}
    {quality} 是 {quality} ， 就是 {flaw}
    不 算 {quality} ， 胜 在 {aspect}
    论 {aspect} ， {thing} {hedge} 更 好
    论 {quality} 还_得_是/首_推/认准/选 {subject}
    {person} 看 完 {feeling}
    我 和 {person} 都 {feeling}
    {think} {thing} 也 {quality}
    {lead} {aspect} {verdict}
    {time} 没 {tip} ， 后悔_了/吃_亏_了/白_跑_一_趟
    听 {person} 的 ， {tip}
    {tip} ， 别_问_我_怎么_知道_的/血_泪_教训/亲身_经历/都_是_学_费/懂_的_都_懂
    {tip} 就 行
    {again} 提醒_自己/告诉_自己/念叨_着 {tip}
    {thing} 留_着_下次/先_放_放/以后_再_说/且_听_下_回
    {thing} 就_算_了/劝_退/不_碰/免_了
    {few} 分 给 {aspect}
    {aspect} 扣 {few} 分
    怎么_会_有/居然_有/头_回_见/世_上_竟_有 这么/如此 {quality} 的 {thing}
    越_来_越/一_天_比_一_天/越_看_越/慢慢_变 {quality}
    谈 不 上 {quality}
    {again} 被 问 {aspect}
    {person} 第一_反应_是/脱口_而_出/给_的_评价_: {quality}
    {clock} 的 {spot} {degree} 安静
    走 出 {spot} ， {feeling}
    {spot} 排 到 {number} 号
    隔 了 {span} 再 看 ， {verdict}
    到 {date} 为 止 ， {gain}
    {gain} ， {person} 可以 作证
    {flaw} ， 但 {feeling}
    虽然 {flaw} ， {think} {quality}
    因为 {flaw} ， 我 {again} {tip}
    {nick} 家_的/那_个/买_的 {thing} 就_没_这么/反_倒/一_样 {quality}
    我 妈 {say} 这 {hedge} 是 {thing}
    给 {person} 看 照片 ， 回 了 一 句 {quality}
    {kin} 用 了 {count} ， {feeling}
    换_成/改_用/换 {thing} 也_一样/也_成/未必_行
    跟/和 {nick} 打赌 {gain} ， 我_赢_了/他_输_了/平_局
    {city} 三十 {few} 度 ， {act}
    手_里_还_有/家_里_剩/柜_子_里_还_有 {count}
    前 {few} 天 没 感觉
    第 {few} 天 {gain}
    {date} 之后 {gain}
    原来/才_懂_得/事实_证明 {tip} 这么_重要/有_用/管_用
    {person} 教_的_办法/的_秘诀/支_招 ： {tip}
    我_的_顺序_是/先/一_般_先 {tip} ， 再/接_着/完_了 {tip}
    {aspect} 我_不_懂/我_外_行/随_便 ， {person} 懂/内_行/来_定
    {hedge} 跟 {aspect} 有关
    {source} 里 有人 {say} {flaw}
    到 {spot} 才_发现/才_知道/傻_眼_了_: {flaw}
    差点/险些 因为/为_了 {aspect} 放弃/退_货/吵_架
    {kin} 和 {nick} 意见 不 同
    有 {count} 就 够
    多 买 {count} 也 用 不 上
    {shop} 老板 {say} 要 {tip}
    原本 想 {tip} ， 结果 {act}
    {again} 想 换 {thing}
    除了 {aspect} 都/别_的_都/样样 {quality}
    连 {kin} 都 {say} {quality}
    {span} 没 见 {nick} ， 一起 {act}
    {date} 那 次 {flaw}
    这 次 {verdict}
    没 {thing} 那么 {quality}
    {quality} 就_完_了/得_很/到_没_话_讲/是_真_的
    主打_一个/图_个/胜_在/讲_究_一_个 {quality}
    纯粹_为了/冲_着/看_中/相_中 {aspect}
    {think} 是 {spot} 最 {quality} 的
    每 {few} 天 一 次
    少_说_有/攒_下/一_共 {count}
    拍 了 {number} 张 照片
    {nick} 在_旁边_笑/抢_着_拍/翻_白_眼/负责_起_哄/帮_我_拎_包
    手机_只_剩_一_格_电/手机_没_电_了/相机_没_电/忘_带_伞/鞋_带_散_了
    外面_在_下_雨/窗_外_阴_着/太阳_很_晒/起_风_了/天_刚_放_晴/月亮_很_圆
    空调 开 到 二十 {few} 度
    回家 {clock} 了
    一_路_聊/磨_蹭/玩/待 到 {clock}
    顺路_去/拐_进/改_道 {shop} 坐_了_会儿/歇_脚/蹭_空调
    把 {thing} 也 带上 了
    我_属于/典型_的/妥妥_一_个 {quality} 就_行_的_人/派/党
    多亏 {kin}
    问 了 {number} 个 人
    比 {date} 那 回 {quality}
    跟 {city} 的 不 一样
    {kin} 更 在意 {aspect}
    {spot} 又 开 了 一 家
    {nick} 改 口 {say} {quality}
    {kin} 的 {thing} 更 {quality}
    从 {clock} 忙 到 {clock}
    左 看 右 看 ， {quality}
    {nick} 嫌 {aspect} 麻烦
    嫌 {aspect} 的 可 绕 道
    {person} 尝 鲜 ， {feeling}
    省 下 的 {price} 给 {kin} 买 了 {thing}
    {date} 以前 没 这 条件
    {act} ， {person} 拦 都 拦 不 住
    {aspect} ？ {verdict}
    要 {quality} 还是 要 {quality} ， 选 前 者
    {date} 下 单 ， {date} 才 到
    买 一 送 一 ， {hedge} 划算
    {nick} 叮嘱 {tip}
    我 家 {kin} 就 认 {thing}
    {aspect} 放 第 一 位
    {quality} 第 一 ， {quality} 第 二
    {kin} 笑 我 {again} {tip}
    临 走 {person} 塞 给 我 {count}
    {nick} 带 头 ， 大伙 跟 上
    {thing} 借 给 {nick} ， 还 没 还
    真 要 挑 ， {flaw}
    {flaw} ， {nick} 也 遇 到 了
    {flaw} ， 忍 了
    {flaw} ？ 我 没 碰 到
    {gain} ， 算 意 外 收获
    {gain} ， {span} 前 哪 敢 想
    {gain} ， {kin} 比 我 还 乐
    {kin} {feeling} ， 我 {feeling}
    {spot} 的 灯 {degree} {quality}
    打 车 {price} 到 {spot}
    {spot} 旁边 就 是 {shop}
    {shop} 和 {shop} 都 去 过 ， {verdict}
    {shop} 涨 到 {price} 了
    {shop} {clock} 关 门
    人 家 {nick} {few} 年 前 就 {tip}
    {nick} 教 会 我 一 招 ， {tip}
    {thing} 下 篇 单 独 写
    想 {quality} 就 {tip}
    先 {tip} ， 别 急
    {tip} ？ 我 做 不 到
    睡 前 想 起 {thing}
    {lead} ， {kin} {feeling}
    {lead} ， {act}
    {lead} ， {flaw}
    {lead} ， {thing} {degree} {quality}
    {think} {flaw}
    {think} {gain}
    {think} {person} {hedge} 会 喜欢
    {again} 路 过 {spot}
    {again} 跟 {kin} 抢
    {again} 被 {nick} 笑
    {hedge} {date} 再 来
    {hedge} 是 {nick} 的 主意
    {hedge} 没 人 比 我 懂 {aspect}
    {act} ， {hedge} 是 头 一 回
    {act} ， {clock} 才 歇
    {time} {nick} 也 {feeling}
    {price} ， 比 {city} 便宜
    {aspect} 胜 过 {aspect}
    {aspect} 随 缘
    {aspect} ， {kin} 最 有 发言权
    {aspect} 好 不 好 ， 看 {person} 就 懂
    {quality} ， {quality} ， 还 {quality}
    {quality} ， 没 别 的
    {quality} 归 {quality} ， {price} 呢
    还 行 ， {quality} 有 余
    偏 {quality}
    过 于 {quality}
    稍 微 {quality}
    既 {quality} 也 {quality}
    不 止 {quality}`,
  close: `有_问题_评论区_见/有_疑问_留言/想_问_就_留言/评论_区_等_你/有_啥_想_问_的_直接_说
    {audience} 冲 就 对 了
    下次_想_试试/回头_安排/改_天_搞/接_着_整/惦记_着 {thing}
    希望_对/但_愿_对/盼_能_给 {audience} 有_帮助/有_用/一_点_参考
    你们_还_有/求/谁_有 什么/别_的/好_的 {thing} 推荐_吗/可_以_安利/链接 ？
    以上_纯_个人_感受/一_家_之_言/不_喜_勿_喷/仅_供_参考/个_人_看法
    先_写_到_这里/今天_就_到_这/收_工/完_结/先_这_样
    {span} 后 再 来 反馈
    喜欢_的_可以_先_收藏/码_住/先_存_着/收藏_吃_灰/点_个_赞_再_走
    下 一 篇 写 {thing}
    下次_还_选/会_再_来/无限_回购/还_得_是 {subject}
    大家 平时 会 {tip} 吗 ？
    {subject} 我 给 九 分
    不_喜欢_的/路过_的/挑_剔_的 {audience} 轻_喷/绕_行/手_下_留_情
    理性 种草 ， 按 需 入手
    期待 下次 去 {spot}
    祝 {audience} 都 能 遇到 喜欢 的
    写 到 这里 ， {feeling}
    {person} 已经 在 催 我 更新 了
    总之 {subject} {degree} {quality}
    下 篇 见
    {nick} 说 要 看 后续 ， 那 就 {span} 后 见
    好 了 去 {spot} 了
    写 于 {date} {clock}
    困 了 ， 睡
    先 去 忙
    欢迎 来 {city} 找 我
    总之 {verdict}
    以后 还 来
    九 分 ， 扣 的 分 给 {aspect}
    谢谢 {person}
    等 {date} 再 {act}
    想 到 再 补
    有 空 再 写 {thing}
    不 说 了 ， {act}
    不 踩 一 捧 一 ， 各 有 所 爱
    {person} 喊 我 吃饭 了
    {thing} 等 {date} 打折 再 说
    攒 钱 ， {span} 后 再 见
    祝 好
    愿 {audience} 不 踩 坑
    就 酱
    完
    图 都 是 {nick} 拍 的
    照 例 不 回 私信
    {city} 晚安
    给 五 颗 星
    喜欢 就 点 个 赞
    认真 的 ， {tip}
    记 一 笔 ， {price}`,
  nick: `小鹿|阿楠|大熊|豆豆|阿May|小北|糖糖|橘子|阿哲|圆圆|老K|阿雅|小满|团子|阿杰|木木|芒果|七七|阿泽|果果|小野|米粒|阿宁|叮当|阿May姐|麦子|小唐|老猫|阿彤|可乐|小柚|安安|
    石头|阿岚|小椰|布丁|阿九|兔兔|大刘|小葵|阿柠|栗子|老周|小麦|阿澈|茉茉|胖虎|小禾|阿茶|花卷|阿秋|小舟|饼饼|阿满|小夏|大白|阿玥|六六|小宇|阿青|毛毛|桃子|小佟|阿诺|丸子|小冉|
    土豆|阿霖|小蓝|妮妮`,
  kin: `我 妈|老公|同事|室友|闺蜜|{nick}|我 姐|弟弟|邻居 {nick}|表妹|小姨|外婆|{nick} 和 {nick}|大学 室友|健身房 的 {nick}|楼上 邻居|堂哥|我 家 那 位|
    奶奶|合租 的 {nick}|前 同事 {nick}|带 我 的 师傅|高中 同桌|隔壁 工位 的 {nick}|公婆|小姑子|店员|{city} 的 网友|姐妹 群 里 的 {nick}|舅妈|领导|
    一 位 {city} 来 的 朋友`,
  city: `成都|杭州|上海|长沙|广州|南京|重庆|西安|武汉|北京|苏州|厦门|青岛|深圳|昆明|天津|福州|宁波|郑州|合肥|济南|贵阳|大连|泉州|佛山|无锡|哈尔滨|南宁|珠海|洛阳|绍兴|潮州|扬州|桂林|
    兰州|威海|柳州|嘉兴|温州|烟台|景德镇|汕头|沈阳|徐州|海口|常州|东莞|南昌|太原|大理`,
  shop: `阿婆 家|木子 小馆|山野|慢 日子|老 字号 {nick} 家|巷口 那 家|白鹿|小院 {number} 号|拾光|北 岸|{nick} 的 店|半日闲|云 上|{city} 路 那 家|里弄|
    有 间 小 铺|南风|青禾|一 隅|三 只 猫|野渡|不 知名 小 店|灯塔|稻 香|初见|鹿 角|浮生|橡树|随 园|槐 下|午后|好 久 不 见|蓝 门|周 记|归 处|江 湖 边|屋檐 下|
    草 木 间|十 七 街|朝 朝|落 日 飞 车|小 森林|晚 来|合 记|竹 里`,
  number: `三|两|五|八|六|四|十|七|二十|九|十二|三十|十五|五十|二十 几|一百 多|十 来|六十|四十 几|两百|十八|二十四|三十六|七八|五六|百 十|八十 多|三百|四五|九十`,
  count: `一 次|两 回|三 趟|{number} 次|一 大 包|两 盒|{number} 个|一 小 袋|好 几 件|{number} 件|半 箱|一 整 套|两 双|{number} 份|一 罐|三 样|
    大半 瓶|{number} 瓶|一 对|几 十 张|{number} 张|半 斤|一 兜|{number} 套|两 本|满满 一 盒|{number} 盒|一 堆|{number} 条|小 半 桶`,
  clock: `早上 七点|中午|下午 三点 半|晚上 九点|凌晨 一点|傍晚|十点 多|八点 半|饭 后|下午 四点|清早 六点|天 刚 亮|临 睡 前|{few} 点 左右|上午 十一点|天黑 之前|下班 路上|
    午睡 起来|快 打烊 的 时候|半夜 两点|开会 间隙|等 车 的 时候|晚饭 前|太阳 快 落山 时`,
  date: `三月 初|{few} 号|上 周三|清明 前|周六|元旦|端午 那 天|五一|国庆|{few} 月|情人节|双十一|三八节|大年 初三|立春|去年 冬天|前年 夏天|入秋 以后|六一|圣诞|上 周二|
    这 周四|十月 底|梅雨 季|出伏 那 天|春分|元宵|三伏天|开春|中秋 前 一 天|寒假|暑假`,
  say: `说|觉得|夸|吐槽|念叨|非 说|悄悄 告诉 我|一口 咬定|发 消息 说|认为|嘀咕|直 喊|笑 说|老 跟 我 讲|评价|回 我 一 句|当场 表示|总结|纠正 我 说|大声 宣布|来 电话 说|
    留言 说|打赌|劝 我 说`,
  think: `我 觉得|感觉|个人 认为|在 我 看来|我 猜|我 发现|以 我 的 经验|我 承认|怪 不得|难怪|原来|结论 是|事实 证明|不 得 不 承认|我 敢 说|印象 里|我 打赌|想 来|谁 能 想到|
    我 才 知道|要 我 说|看 得 出来|我 一直 以为|信 我`,
  again: `又|经常|每次 都|偶尔|一直|常常|天天|隔 几 天 就|动不动 就|老是|反复|从来 都|最近 总|终于|第一次|一 有 空 就|连着 {few} 天|再 也 没|很少|每 周|三天两头|时不时|难得|
    一 到 {date} 就`,
  hedge: `应该|可能|估计|好像|大概|八成|多半|似乎|说不定|或许|按理 说|基本|差不多|几乎|想必|怕 是|未必|总 归|看样子|按说|没准|横竖`,
  ending: `啊|呢|呀|哈哈|啦|哦|嘛|哈|哈哈哈|吧|诶|嘿嘿|hhh|咯|捏|的说|呜呜|哒|嘞|耶|喔|噗|哟|嗷|惹`,
  refer: `同款 {address}|链接 放 这 了 {address}|感谢 {address}|详细 的 看 {address}|店 名 在 这 {address}|攻略 原文 {address}|
    和 {address} 一起|地址 {address}|上 一 篇 {address}|清单 {address}|问 的 人 多 ， 放 一下 {address}|同行 {address}|
    有 问题 找 {address}|入口 {address}|拍照 {address}|评测 视频 {address}|{address} 快 来 看|出处 {address}`,
  title: `{subject} ｜ {span} 真实_感受/体验/小_结/后_记/实_录
    {quality} 的 {subject}
    {subject} 合集
    {time} 的 {subject} 记录
    {audience} 看 过来
    我 的 {subject} 日记
    {city} {subject}
    {subject} 值不值
    今日 份 {subject}
    关于/写_给/再_说 {subject} 的_几_句_话/二三_事/大_实_话
    {subject} 避坑
    {price} 的 {subject}
    {shop} 打卡
    {date} 小 记
    {subject} 初体验
    和 {person} 的 {subject}
    {quality} 又/还/而且/也 {quality}
    一 篇 讲 清 {subject}
    {span} {subject} 总结
    {subject} 流水账
    我_宣布/听_劝_，/听_我_的_，/不_许_不_知道 {subject} {quality}
    {spot} 淘 到 的 {subject}
    第 {few} 次 {subject}
    无 广 {subject}
    {subject} 翻车 现场
    {subject} 碎碎念
    {degree} {quality}
    {person} 推荐 的 {subject}
    {nick} 问 的 {subject}`,
  few: `三|两|五|四|六|七|八|九|十`,
  address: `http://xhslink.com/a/SZsDkd|http://xhslink.com/a/Byd7ia|http://xhslink.com/m/Wpqxn7|@小鹿家的店|
    http://xhslink.com/m/UHL7BJ|http://xhslink.com/a/JGrEgU|http://xhslink.com/m/5bscab|@山野民宿|
    http://xhslink.com/a/uEJVmt|http://xhslink.com/m/dmnvSv|http://xhslink.com/a/cKXrhk|@阿楠爱吃|
    http://xhslink.com/a/FaxMCt|http://xhslink.com/m/fQ8qes|http://xhslink.com/m/etbSf5|@木子手作|
    http://xhslink.com/m/ftd5Wm|http://xhslink.com/m/BjLJNH|http://xhslink.com/a/t2i6D8|@今天吃什么|
    http://xhslink.com/a/gfstc3|http://xhslink.com/m/KRuJeh|http://xhslink.com/m/MFEXbA|@城南旧事|
    http://xhslink.com/a/ywfYzb|http://xhslink.com/a/XDJBxC|http://xhslink.com/a/BHkU7q|@一只栗子|
    http://xhslink.com/m/jsiFqZ|http://xhslink.com/m/4h3jXT|http://xhslink.com/a/UrDepU|@慢日子studio|
    http://xhslink.com/m/iChBEw|http://xhslink.com/a/WKsMn7|http://xhslink.com/m/EJL5GJ|@老K测评|
    http://xhslink.com/m/wRJQJn|http://xhslink.com/a/JEMb2e|http://xhslink.com/a/Mdrntc|@米粒妈妈|
    http://xhslink.com/a/wVKKMG|http://xhslink.com/a/mjGRYh|http://xhslink.com/m/3mQa35|@橘子衣橱|
    http://xhslink.com/a/LjKJb9|http://xhslink.com/m/FUP6KC|http://xhslink.com/m/sLC7id|@阿婆家|
    http://xhslink.com/a/bspuJr|http://xhslink.com/a/KZiD9n|http://xhslink.com/a/MMiba5|@白鹿咖啡|
    http://xhslink.com/a/R6QGUy|http://xhslink.com/a/ibjPF5|http://xhslink.com/m/FBZfYk|@周末去哪|
    http://xhslink.com/m/4Sxf5Y|http://xhslink.com/m/4X2nGm|http://xhslink.com/m/5Tf7Uh|@小北跑步|
    http://xhslink.com/m/RR7aGT|http://xhslink.com/a/gqGnxp|http://xhslink.com/m/E5Yyzf|@团子日记|
    http://xhslink.com/a/4tGsnW|http://xhslink.com/a/nKHyYb|http://xhslink.com/a/5r6BZ5|@里弄买手店|
    http://xhslink.com/m/SqR542|http://xhslink.com/m/Kzky3q|http://xhslink.com/a/2KvT9f|@半日闲|
    http://xhslink.com/a/pKzjWL|http://xhslink.com/m/ZsG7Wk|http://xhslink.com/m/GvfjgZ|@有间小铺|
    http://xhslink.com/m/Ghh8HF|http://xhslink.com/a/RAjSsy|http://xhslink.com/a/LgzRbe|@野渡露营|
    http://xhslink.com/a/xQdgaN|http://xhslink.com/m/dnepEk|http://xhslink.com/m/BBBgGS|@青禾家居|
    http://xhslink.com/a/F939V5|http://xhslink.com/m/RNwiW8|http://xhslink.com/a/suajCL|@阿宁的厨房|
    http://xhslink.com/a/jqUqaH|http://xhslink.com/m/yVAqjf|http://xhslink.com/m/i6D9Mt|@数码老猫|
    http://xhslink.com/m/9HfkEB|http://xhslink.com/a/3uiZrB|http://xhslink.com/m/ykRhHd|@三只猫|
    http://xhslink.com/m/uXAUyb|http://xhslink.com/a/dYWvTN|http://xhslink.com/m/e7ftGW|@薄荷护肤|
    http://xhslink.com/m/xWyQHP|http://xhslink.com/m/CcUe2M|http://xhslink.com/a/JCk2xj|@圆圆探店|
    http://xhslink.com/m/xYEuQe|http://xhslink.com/a/W3rfNv|http://xhslink.com/m/FPFzvr|@大熊健身|
    http://xhslink.com/a/RpHVLD|http://xhslink.com/a/zgMXeN|http://xhslink.com/m/M6VmgP|@豆豆育儿|
    http://xhslink.com/a/uCjLhN|http://xhslink.com/a/NPBdqc|http://xhslink.com/m/d6NhqS|@南风花铺|
    http://xhslink.com/a/DCerfM|http://xhslink.com/a/zPdJpc|http://xhslink.com/m/jBTde6|@竹里茶室`,
  tags: `日常|好物 分享|真实 测评|生活 记录|今日 份 快乐|新手 必看|我的 日常|笔记 灵感|避雷|干货 分享|我 的 周末|碎碎念|记录|plog|普通 人 的 一天|日常 分享|生活 碎片|
    小 确幸|vlog|氛围感|慢 生活|宝藏|自用|无广|快乐 源泉`,
}
