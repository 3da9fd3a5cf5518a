/** What the Network view says, in English. */
export const enNetwork = {
  "network.link": "Show in the network",
  "network.failed": "The groups of {{run}} cannot be told",
  "network.failedHelp": "The other views of this run do not depend on them.",
  "network.follows": "Generating who follows whom again",
  "network.follows.help":
    "A run keeps no follows, so everybody’s are looked through. What comes out is kept. Cancel draws the other lines without them.",
  "network.lost": "The network is loaded as soon as the server answers again.",
  "network.runAgain": "Go to the scenarios",

  "network.groups.title": "Groups",
  "network.groups.meaning":
    "Accounts that acted on the same objects within seconds of each other, again and again, most of them with many others of the group. The first is the least likely to be chance. Fan clubs are groups too: acting together is no proof of automation.",
  "network.groups.lead.none":
    "No group: {{accounts}} accounts acted within {{window}} s of another on two or more objects, too few together.",
  "network.groups.lead.one":
    "{{groups}} group among the {{accounts}} accounts that acted within {{window}} s of another on two or more objects.",
  "network.groups.lead.many":
    "{{groups}} groups among the {{accounts}} accounts that acted within {{window}} s of another on two or more objects.",
  "network.groups.cut": "The run keeps only its strongest pairs; weaker ones are left out.",
  "network.groups.more": "The first {{shown}} of {{all}} are listed; order by another column to see others.",
  "network.groups.number": "No.",
  "network.groups.number.meaning":
    "Numbered from the least likely to be chance, by the surprise of its accounts at acting together so often.",
  "network.groups.size": "Accounts",
  "network.groups.size.meaning": "Accounts of the group.",
  "network.groups.density": "Linked",
  "network.groups.density.meaning":
    "Share of the group’s pairs of accounts that acted together on two or more objects. 100% is a clique.",
  "network.groups.risk": "Mean risk",
  "network.groups.risk.meaning": "Mean of the accounts’ risks; those without a risk are left out.",
  "network.groups.flagged": "Flagged",
  "network.groups.flagged.meaning": "Share of the accounts that are flagged at the present threshold.",
  "network.groups.managed": "AI-managed",
  "network.groups.managed.meaning":
    "Share of the accounts that are AI-managed by the present definition. Truth, known because the population is simulated.",
  "network.groups.beyond": "Beyond chance",
  "network.groups.beyond.meaning":
    "In the densest part of the group, members joined each other more often than chance explains, even for the best of all groups that could have been chosen. Beyond chance does not mean AI-managed: fans and classes act together too.",
  "network.group": "Group {{number}}",

  "network.whole": "Whole network",
  "network.whole.title": "The whole network",
  "network.group.title": "Group {{number}}",
  "network.account.title": "Around account {{account}}",
  "network.title.meaning":
    "Each mark is an account, each line something that joins two. Accounts that are joined lie close to each other; where on the picture has no other meaning. The same graph is always drawn alike.",
  "network.account": "Account in the middle",
  "network.account.placeholder": "Account no.",
  "network.account.range": "0 to {{last}}",
  "network.account.draw": "Draw",
  "network.steps": "Steps from the account",
  "network.step.1": "1 step",
  "network.step.2": "2 steps",
  "network.edges": "Lines",
  "network.edge.co-action": "Co-action",
  "network.edge.co-action.meaning":
    "Two accounts acted on the same objects within seconds of each other. Once is chance; again and again is coordination. Strength: on how many objects.",
  "network.edge.text": "Alike notes",
  "network.edge.text.meaning":
    "Two accounts published notes that read almost alike. Strength: how many pairs of notes.",
  "network.edge.media": "Alike covers",
  "network.edge.media.meaning":
    "Two accounts used covers that are the same picture to a perceptual hash. Strength: how many pairs of covers.",
  "network.edge.follow": "Follows",
  "network.edge.follow.meaning":
    "One account follows the other; the arrow points at who is followed, at both ends where they follow each other. Follows are generated again from the seed, which takes a moment. Around an account they also decide who is shown.",
  "network.edge.missing": "The run was made without the detector that finds these.",
  "network.least": "At least",
  "network.least.meaning":
    "Leaves out pairs found together less often than this: objects acted on together, or notes or covers alike. Follows are not counted so.",
  "network.most": "Accounts up to",
  "network.most.meaning": "Draws at most so many accounts, the strongest first.",

  "network.shown.whole":
    "{{shown}} of {{all}} accounts, those with the strongest pairs first; {{edges}} of {{allEdges}} lines.",
  "network.shown.group": "{{shown}} of {{all}} accounts of the group; {{edges}} of {{allEdges}} lines.",
  "network.shown.account":
    "{{shown}} of {{all}} accounts within {{steps}}, the strongest first; {{edges}} of {{allEdges}} lines.",
  "network.none":
    "Nobody is joined here by these lines. Choose other lines, or ask for fewer times together.",
  "network.none.account":
    "No account is joined with this one by these lines. Choose other lines, or ask for fewer times together.",
  "network.graph.failed": "This part of the network cannot be drawn",
  "network.layout": "Finding places for the accounts: {{share}}",
  "network.layout.failed": "Places for the accounts could not be found. The table below has all of them.",
  "network.colour": "Colour by",
  "network.colour.risk": "Risk",
  "network.colour.community": "Community",
  "network.colour.outcome": "Outcome",
  "network.colour.truth": "Class",
  "network.truth": "Show truth",
  "network.truth.meaning":
    "Shows which accounts are AI-managed, as squares, and lets colours tell class and outcome. Known because the population is simulated; whoever judges a group should be able to do so without.",
  "network.flagged": "Flagged",
  "network.community": "Community {{number}}",
  "network.community.meaning":
    "Accounts of what is drawn that are joined with each other more than with the others, by Louvain’s method over the lines drawn. Numbered by size.",
  "network.community.others": "Smaller communities",
  "network.legend": "Legend",
  "network.graph.aria":
    "Graph of {{accounts}} accounts and {{edges}} lines, {{flagged}} of the accounts flagged. The table below has the same.",
  "network.graph.keys":
    "Arrow keys move the picture, + and − zoom, 0 fits it. N and P go to the next and the previous account, J to the next account joined with it, Enter opens its page, Escape leaves it. Accounts can be dragged.",
  "network.graph.role": "graph",
  "network.zoomIn": "Zoom in",
  "network.zoomOut": "Zoom out",
  "network.fit": "Fit the picture",
  "network.chosen": "Account {{account}}: risk {{risk}}, {{flagged}}, {{degree}} lines.",
  "network.chosen.flagged": "flagged",
  "network.chosen.passed": "not flagged",
  "network.chosen.none": "No account chosen.",
  "network.still":
    "This browser draws no WebGL, so the picture stands still: the strongest {{shown}} of {{all}} accounts. The table below has all of them.",
  "network.noGl": "This browser draws no WebGL.",
  "network.card": "Chosen account",
  "network.card.close": "Leave this account",
  "network.card.page": "Open its page",
  "network.card.around": "Draw around it",
  "network.degree": "Lines",

  "network.table.accounts": "Accounts",
  "network.table.edges": "Lines",
  "network.table": "Shown as a table",
  "network.table.aria.accounts": "Accounts of the graph; arrow keys move, Enter chooses",
  "network.table.aria.edges": "Lines of the graph; arrow keys move, Enter chooses the first account",
  "network.table.title": "The same as a table",
  "network.table.meaning":
    "All accounts and lines of the picture. Choosing a row chooses the account in the picture.",
  "network.column.account": "Account",
  "network.column.account.meaning": "The account’s number in the run.",
  "network.column.risk": "Risk",
  "network.column.flagged": "Flagged",
  "network.column.flagged.meaning": "Whether the account is flagged at the present threshold.",
  "network.column.group": "Group",
  "network.column.group.meaning": "Number of the group in the list at the left, if it is of one.",
  "network.column.community": "Community",
  "network.column.degree": "Lines",
  "network.column.degree.meaning": "Lines drawn at the account.",
  "network.column.step": "Steps",
  "network.column.step.meaning": "Steps from the account in the middle.",
  "network.column.from": "From",
  "network.column.from.meaning": "The account at one end; of a follow, who follows.",
  "network.column.to": "To",
  "network.column.to.meaning": "The account at the other end; of a follow, who is followed.",
  "network.column.kind": "Joined by",
  "network.column.kind.meaning": "What joins the two accounts.",
  "network.column.weight": "Times",
  "network.column.weight.meaning":
    "Objects acted on together, or pairs of notes or covers that are alike. Of follows 1, or 2 where they follow each other.",
  "network.yes": "yes",
  "network.no": "no",

  "network.evidence.title": "What joins the accounts of group {{number}}",
  "network.evidence.meaning":
    "Which objects its accounts acted on together, how often, and how often chance would have it. It says that they act together, not why: fans, classes and operators do.",
  "network.evidence.pairs":
    "{{links}} of its {{pairs}} pairs of accounts ({{density}}) acted within {{window}} s of each other on two or more objects, and those on {{mean}} objects in the mean.",
  "network.evidence.block":
    "In its most surprising part, {{members}} accounts in all, members joined others on an object {{joined}} times, where chance gives {{expected}}.",
  "network.evidence.block.meaning":
    "Found by the detector of dense groups. The null keeps each object’s crowd and moves every action by up to thirty windows: so often would these accounts coincide if they merely saw the same things at about the same time.",
  "network.evidence.beyond":
    "Chance does not explain that, even for the best of all groups that could have been chosen.",
  "network.evidence.chance":
    "So much is to be expected of the best of all groups that could have been chosen.",
  "network.evidence.loading": "Generating again what its accounts did …",
  "network.evidence.failed": "What its accounts acted on cannot be told: {{message}}",
  "network.evidence.objects":
    "They acted on {{objects}} objects; on {{shared}} of these, two or more did so within {{window}} s.",
  "network.evidence.some": "This is of the {{members}} accounts that act together most.",
  "network.object": "Object",
  "network.object.number": "Post {{object}}",
  "network.object.author": "Published by",
  "network.object.together": "Together",
  "network.object.together.meaning":
    "Accounts of the group that acted on it one after another, each within the window of the next, out of all of the group that acted on it.",
  "network.object.of": "{{together}} of {{acting}}",
  "network.object.within": "Within",
  "network.object.within.meaning": "From the first of those actions to the last.",
  "network.object.time": "Time (UTC+8)",
}
