import pg from 'pg';
const conn = { host:'localhost', port:54999, user:'u1pg', database:'postgres', max:20 };
const pool = new pg.Pool(conn);
await pool.query(`DROP TABLE IF EXISTS vehicle, ferry; CREATE TABLE ferry (id int PRIMARY KEY, deck_m int NOT NULL);
CREATE TABLE vehicle (plate text PRIMARY KEY, ferry_id int NOT NULL REFERENCES ferry, length_m int NOT NULL); INSERT INTO ferry VALUES (1,20),(2,30);`);
const one = (l)=>`INSERT INTO vehicle SELECT $1, f.id, $3::int FROM ${l} AS f WHERE f.id=$2 AND $3::int + (SELECT coalesce(sum(length_m),0) FROM vehicle WHERE ferry_id=$2) <= f.deck_m RETURNING plate`;
const versions = {
 none: (p,f,l)=>pool.query(one('ferry'),[p,f,l]),
 single: (p,f,l)=>pool.query(`WITH f AS (SELECT id, deck_m FROM ferry WHERE id=$2 FOR NO KEY UPDATE) `+one('f').replace('FROM f AS f','FROM f'),[p,f,l]),
 two: async (p,f,l)=>{ const c=await pool.connect(); try{ await c.query('BEGIN'); await c.query('SELECT deck_m FROM ferry WHERE id=$1 FOR NO KEY UPDATE',[f]); await c.query(one('ferry'),[p,f,l]); await c.query('COMMIT'); } finally{c.release();} },
};
for (const [n,v] of Object.entries(versions)) { let over=0; for(let r=0;r<10;r++){ await pool.query('DELETE FROM vehicle');
 await Promise.all(Array.from({length:50},(_,i)=>v('p'+i,1+i%2,1+Math.floor(Math.random()*9)).catch(e=>console.log(n,e.message))));
 const {rows}=await pool.query('SELECT f.id FROM ferry f JOIN vehicle v ON v.ferry_id=f.id GROUP BY f.id HAVING sum(length_m)>f.deck_m'); if(rows.length) over++; }
 console.log(n,'overbooked runs',over); }
// transactions practice
await pool.query(`DROP TABLE IF EXISTS acc; CREATE TABLE acc(id int primary key, cents int CHECK(cents>=0)); INSERT INTO acc SELECT g,10000 FROM generate_series(1,5) g`);
for (const ordered of [false,true]) { let dl=0, other=0;
 await Promise.all(Array.from({length:200},async()=>{ const a=1+Math.floor(Math.random()*5); let b=1+Math.floor(Math.random()*4); if(b>=a)b++; const c=await pool.connect(); try{ await c.query('BEGIN'); const ids=ordered?[a,b].sort((x,y)=>x-y):[a,b]; for(const i of ids) await c.query('SELECT 1 FROM acc WHERE id=$1 FOR UPDATE',[i]); await c.query('UPDATE acc SET cents=cents-10 WHERE id=$1',[a]); await c.query('UPDATE acc SET cents=cents+10 WHERE id=$1',[b]); await c.query('COMMIT'); }catch(e){ await c.query('ROLLBACK'); e.code==='40P01'?dl++:other++; } finally{c.release();}}));
 console.log('ordered',ordered,'deadlocks',dl,'other',other, (await pool.query('select sum(cents) from acc')).rows[0].sum); }
// RR lock then read
const A=await pool.connect(),B=await pool.connect(); await pool.query('DELETE FROM vehicle');
await A.query('BEGIN ISOLATION LEVEL REPEATABLE READ'); await A.query('SELECT 1 FROM ferry WHERE id=1 FOR NO KEY UPDATE'); await A.query("INSERT INTO vehicle VALUES('x',1,15)");
await B.query('BEGIN ISOLATION LEVEL REPEATABLE READ'); const w=B.query('SELECT 1 FROM ferry WHERE id=1 FOR NO KEY UPDATE'); await new Promise(r=>setTimeout(r,200)); await A.query('COMMIT'); await w; console.log('RR B sees', (await B.query('SELECT count(*) FROM vehicle')).rows[0].count); await B.query('ROLLBACK');
// lock timeout code
await A.query('BEGIN'); await A.query('SELECT 1 FROM ferry WHERE id=1 FOR UPDATE'); await B.query("SET lock_timeout='300ms'"); console.log('timeout', await B.query('SELECT 1 FROM ferry WHERE id=1 FOR UPDATE').catch(e=>e.code), 'child', await B.query("INSERT INTO vehicle VALUES('y',1,1)").catch(e=>e.code)); await A.query('ROLLBACK');
await A.query('BEGIN'); await A.query('SELECT 1 FROM ferry WHERE id=1 FOR NO KEY UPDATE'); console.log('child nku', (await B.query("INSERT INTO vehicle VALUES('z',1,1)").catch(e=>e.code)).rowCount); await A.query('ROLLBACK');
// prepared generic etc
A.release();B.release(); await pool.end();
