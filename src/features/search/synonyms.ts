import { stem } from '#lib/text/stem.ts';
import { wordsOf } from '#lib/text/text.ts';

/**
 * What a word also means, one word a line: shorthand, older names, products that stand for a subject, and everyday words
 * for what titles call by its name. Names of single pages belong in the aliases of their files.
 * Longer than other files because it is data: a word a line, so that a difference shows what was added.
 */
const table = `
ai: llm
api: endpoint, backend
auth: authentication, authorization
authn: authentication
authz: authorization
aspnet: dotnet
async: asynchronous
bplustree: btree, index
cicd: continuous integration, deployment
config: configuration
csharp: dotnet
db: database
dbms: database
deploy: deployment, release
ddd: domain driven design
dev: developer
di: dependency injection
dockerize: docker
dotnet: csharp
ecommerce: shop
env: environment
eventloop: event loop
faas: serverless
fp: functional programming
golang: go
gql: graphql
hosting: deployment, cloud
https: tls
iac: infrastructure code
indices: index
infra: infrastructure
js: javascript, nodejs
javascript: nodejs
k8s: kubernetes
kube: kubernetes
llm: ai
login: authentication, signin, session
signin: login, authentication
logout: session
signup: registration, authentication
mongo: mongodb
mq: message queue
node: nodejs
nplus1: dataloader
oauth: oauth2
observability: monitoring
oop: object oriented
o11y: observability
otel: opentelemetry
perf: performance
pg: postgresql
postgres: postgresql
psql: postgresql
pubsub: publish subscribe, message queue
publisher: message queue
py: python
rdbms: relational database
realtime: websocket
regex: regular expression
repo: repository
rpc: grpc
scale: scalability
secure: security
spa: frontend
sre: reliability
sse: server sent events
ssl: tls
svc: service
swagger: openapi
tdd: test driven, unit testing
terraform: infrastructure code
ts: typescript
tz: time zone
ui: interface
ws: websocket
slave: replica
primary: master
master: primary
monolith: monolithic
mvc: controller
nosql: document database
sql: relational database
cluster: kubernetes, replication
vm: virtual machine
dataset: data
stacktrace: error
traceback: error

chatgpt: llm
gpt: llm
openai: llm
claude: llm
gemini: llm
copilot: llm
chatbot: llm
whatsapp: chat
telegram: chat
messenger: chat
discord: chat
tinyurl: url shortener
bitly: url shortener
twitter: social media feed
instagram: social media feed
facebook: social media feed
tiktok: social media feed
youtube: video streaming
netflix: video streaming
spotify: streaming
dropbox: file storage
ticketmaster: booking
airbnb: booking
amazon: cloud, shop
stripe: payment
paypal: payment
cloudflare: content delivery
heroku: cloud, deployment
vercel: cloud, deployment
sentry: error, monitoring
datadog: monitoring
splunk: logging
kibana: logging
loki: logging
okta: openid
keycloak: openid
auth0: openid
apache: reverse proxy
varnish: caching
selenium: end to end
cypress: end to end
oracle: relational database
sqlite: relational database
firebase: nosql
bun: nodejs
deno: nodejs
hono: express
koa: express
dapper: entity framework
typeorm: orm
drizzle: orm
drf: django
ruby: language
kotlin: java
scala: java
elixir: language
fts: full text search
gh: github
gha: github actions
github: git
gitlab: git, cicd
jenkins: cicd
circleci: cicd
nats: message queue
pulsar: event streaming
flink: stream processing
spark: data warehouse
airflow: scheduled jobs

account: user, authentication
advantage: trade off
alarm: alert
answer: response
attack: security
attacker: security
automatic: automate
automate: cicd
bad: wrong
behind: lag
big: large
bill: cost
booking: reservation
boss: manager
bought: buy, purchase, order
bottleneck: slow, performance
break: failure
broken: failure, error
browser: client, frontend
brute: rate limiting
bootcamp: course
bug: debugging, error
buy: purchase, order, payment
cancel: abort
chain: dependency
cheap: cost
cheaper: cost
checkout: payment
clean: refactoring
cleanup: refactoring
client: caller
clock: time
coder: developer
comment: feedback
company: enterprise
compensation: salary
computer: server, machine
consistent: consistency
copy: replica, replication
correct: consistency
crash: failure, error
credential: secret, password
cto: architect, manager
cv: career
daily: scheduled
day: daily
delay: lag, latency
dead: failed
deal: error
degree: certification
dependency: package
diagram: drawing
diff: comparison
die: failure, failed
disappear: lost
double: duplicate, twice
down: outage, failure
duplicate: twice, idempotency
earn: salary
e2e: end to end
engineer: developer
entry: junior
exception: error
expensive: cost
fail: failure
failed: failure
failing: failure
failure: failed
fake: mock, test double
fall: failure
fast: performance
faster: fast, performance, speed
feature: flag
find: search
fix: debugging
flaky: tests
flood: overload, rate limiting
forget: deletion
forgot: recovery, reset
foreign: key
freeze: blocking, hang
friend: social
gone: lost
grow: scalability
hack: attack, security
hacker: attack, security
halfway: partial
hang: timeout, blocking
hide: authorization
hire: hiring
host: deployment
hourly: scheduled
graduate: junior
huge: large
image: picture, file
income: salary
instance: server
intern: junior
internship: junior
interval: scheduled
invoice: payment
junk: spam
kill: shutdown
lag: replication, latency
language: programming
large: big
late: delay
latency: performance
leak: memory leak
library: package
lightweight: small
link: url
location: region
long: slow
lose: lost
lost: data loss
mail: email
many: multiple
message: event
millions: scalability, large
mistake: error
money: payment
monthly: scheduled
naming: name
network: tcp
newsletter: email
nightly: scheduled
night: scheduled
notify: notification
notification: push
obsolete: deprecation
old: legacy, version
online: deploy
once: twice, duplicate
outage: incident, down
overload: backpressure, rate limiting
overnight: scheduled
overwrite: lost update
paid: salary, payment
parallel: concurrency
pay: payment, salary
people: user
permission: authorization
person: user
phone: mobile
photo: image, file
picture: image, file
plan: roadmap
prevent: protect
problem: error
program: application
protect: security
programmer: developer
prove: verify
purchase: order, payment
push: notification
qa: testing
queue: message
quick: fast
quickly: fast
random: unique
reboot: restart
recommend: recommendation
record: row
recover: recovery, restore
recurring: scheduled
redo: retry
reliable: reliability
remind: scheduled, notification
remove: delete, deletion
repeat: retry, twice
repeatedly: retry, scheduled
replace: migration
resend: retry
reset: recovery
resilient: resilience
resume: career
revert: rollback
rights: permissions, authorization
rollback: undo
rude: feedback
running: process
safe: safely, security
safely: safe
salary: career
screen: frontend
secret: credential
sell: order
several: multiple
shared: multi tenancy
shop: ecommerce
shutdown: graceful
simultaneous: concurrency
simultaneously: concurrency, same time
site: website, web
size: large
slow: performance, optimization
slowly: slow
slower: slow, performance
snapshot: backup
spam: rate limiting
speed: performance
spike: load, scalability
split: partition, decompose
stack: technology
stale: old, invalidation
stolen: leaked
stop: shutdown
store: save, storage
stuck: blocking, deadlock
surge: load, scalability
survive: failure
switch: migrate
sync: replication
thread: concurrency
throttle: rate limiting
ticket: booking
together: transaction
trainee: junior
traffic: load, scalability
trust: security
twice: duplicate, idempotency
undo: rollback, compensation
unreliable: failure
unresponsive: timeout
unsafe: security
upgrade: migration
uptime: availability
url: address
user: account
utc: time zone
vacancy: jobs
vanish: lost
virus: security
visitor: user
wage: salary
wait: blocking, timeout
website: web
weekly: scheduled
workflow: pipeline
wrong: error
yearly: scheduled
zip: compression
`;

/** The lines of the table: a word, a colon, and what it also means, with commas between. */
export const synonymTable: readonly string[] = table.trim().split(/\n+/u);

const lookup = new Map<string, string[]>();
for (const line of synonymTable) {
  const [word = '', meanings = ''] = line.split(': ');
  const key = stem(word);
  lookup.set(key, [...new Set([...(lookup.get(key) ?? []), ...meanings.split(', ')])]);
}

/** Shorthand that means one name and nothing else. */
const shorthand = new Set(
  'config db dbms env golang gql infra k8s kube mongo node perf pg postgres psql py repo ts'.split(' '),
);

/** The name that a word is shorthand for, or the word itself: "pg" is postgresql, whoever types it. */
export function longForm(word: string): string {
  return shorthand.has(word) ? (lookup.get(stem(word))?.[0] ?? word) : word;
}

/** Other words for a word, each a phrase of one or more words; none for most. */
export function synonymsOf(word: string): readonly (readonly string[])[] {
  return (lookup.get(stem(word)) ?? []).map(wordsOf);
}
