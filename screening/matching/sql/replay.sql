-- in:    watched, identity_name, identity_number, identity_fact, shared_value, mention, mention_name, pair_kind (internal.py): the rows that a
--        question is about; behind(group_id, company_id): the companies whose people it is about
-- out:   m_watched, m_watched_name, m_watched_number, m_watched_fact, m_watched_value, m_attribute, m_crowd, m_mention,
--        m_mention_group, m_bearer, m_kind, m_needed, m_said_number, person_name: what search and comparison read, as at night
-- grain: as where the night writes them (watched.sql, value.sql, mention.sql, kinds.sql, bearer.sql)
create or replace temp macro m_unveiled(veiled) as translate(veiled, 'abcdefghij', '0123456789');

-- stands for a value, and in the order of the values: of several shared ones the first is shown
create or replace temp macro m_value_at(watched_id, place) as watched_id || '|' || lpad(place::varchar, 19, '0');

create or replace temp table m_watched as
select row_number() over (order by watched_id) as w, watched_id, group_id, kind as watched_kind, officer_id, name from watched;

create or replace temp table m_watched_name as
select w, value, name_key, variant_key, reading_keys, script, bits from identity_name join m_watched using (watched_id);

create or replace temp table m_watched_number as
select w, shown as id_written, m_unveiled(veiled) as number, scheme, is_full, is_valid, id_birth, n.gender
from identity_number as n join m_watched using (watched_id);

create or replace temp table m_watched_fact as
select w, birth_lo, birth_hi, f.gender from identity_fact as f join m_watched using (watched_id);

create or replace temp table m_attribute as
select distinct company_id, table_name, record_id, feature, m_value_at(watched_id, place) as value, right_shown as written
from shared_value;

create or replace temp table m_watched_value as
select distinct w, feature, m_value_at(watched_id, place) as value, left_shown as written
from shared_value join m_watched using (watched_id);

create or replace temp table m_crowd as
select feature, m_value_at(watched_id, place) as value, min(crowd) as crowd from shared_value group by all;

create or replace temp table m_mention as
select row_number() over (order by table_name, record_id, role, name) as m, s.table_name, s.record_id, s."row", s.role, s.company_id, s.name,
    p.name_key, p.variant_key, p.reading_keys, p.script, p.bits,
    m_unveiled(s.veiled) as number, s.scheme, s.is_full, s.is_valid, s.shown as id_written,
    s.birth_lo, s.birth_hi, s.id_birth, s.gender
from mention as s
left join mention_name as p on p.value = s.name
where (p.name_key is not null or s.veiled is not null) and s.company_id in (select company_id from behind);

create or replace temp table m_mention_group as
select m.m, b.group_id from m_mention as m join (select distinct group_id, company_id from behind) as b using (company_id);

create or replace temp table m_said_number as
select distinct number, scheme, is_full from m_mention where number is not null;

create or replace temp table m_bearer as
select name_key, min(equal_bits) as bits from identity_name group by name_key;

create or replace temp table m_kind as
select row_number() over (order by kind) - 1 as kind, * exclude (kind) from pair_kind;

create or replace temp table m_needed as select group_id, watched_kind, role, can_check, bits, bare_bits from pair_kind;

create or replace temp table person_name as select * from mention_name;
