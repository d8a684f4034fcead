-- in:    company_name, person_name, s_said_person(value, on_roster): names that the delivery gives to people
-- out:   company_name, changed: a name without region, trade and legal form that is one of these in any writing is a person's
-- grain: as company_name
-- Surnames are too many for a list, and in Latin letters nothing tells a name from a company's; the delivery knows better.
create or replace temp table s_bare as
select c.value, p.name_key, p.pinyin_key, p.script, p.reading_keys
from company_name as c join person_name as p using (value)
where c.kind = 'company' and c.legal_form is null and c.region is null and c.trade is null and c.branch_of is null and p.name_key is not null;

create or replace temp table s_person as
select distinct p.name_key, p.pinyin_key, p.script, p.reading_keys, s.on_roster
from s_said_person as s join person_name as p using (value)
where p.name_key is not null;

update company_name as c
set kind = 'person', brand = null, sounds = null
from (
    select b.value from s_bare as b semi join s_person as s using (name_key)
    union
    select b.value from s_bare as b semi join s_person as s using (script, pinyin_key) where b.script = 'latin'
    union
    -- Chan Tai Man, where 陈大文 is on the roster
    select b.value
    from (select value, unnest(reading_keys) as key from s_bare where script = 'latin') as b
    semi join (select unnest(reading_keys) as key from s_person where on_roster and script <> 'latin') as s using (key)
) as s
where s.value = c.value;
drop table s_bare;
drop table s_person;
