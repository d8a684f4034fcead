-- in:    m_watched*, m_said, m_number, m_relevant, m_upstream, m_attribute, m_crowd, m_master, m_bearer, m_borne_number, company_mention,
--        party, dictionaries person_name and company_name; macros m_shown_number, m_equal_bits
-- out:   identity_name, identity_number, identity_fact, shared_value, mention, mention_name, upstream, party_name (internal.py)
-- grain: as said there
-- What a question asked later against the published run needs in order to compare any pair again, whether or not it was compared at night.
-- Digits of identity numbers are veiled: places can still be compared, and nobody who opens the file sees a number.
create or replace temp macro m_veiled(number) as translate(number, '0123456789', 'abcdefghij');

create or replace temp macro m_signs(written) as regexp_replace(written, '[^0-9A-Za-z]', '', 'g');

create or replace temp macro m_shown_value(feature, written) as  -- as evidence.mask_value
    case feature
        when 'address' then written
        when 'email' then left(written, 1) || '***@' || substr(written, instr(written, '@') + 1)
        when 'phone' then case
            when length(m_signs(written)) >= 11 then left(right(m_signs(written), 11), 3) || '****' || right(m_signs(written), 4)
            else '****' || right(m_signs(written), 3)
        end
        else '****' || case when length(m_signs(written)) > 4 then right(m_signs(written), 4) else '' end
    end;

insert into identity_name by name
with borne as (select name_key, count(distinct number) as bearers from m_borne_number group by name_key)
select w.watched_id, n.value, n.name_key, n.variant_key, n.reading_keys, n.script, n.bits,
    coalesce(b.bits, m_equal_bits(n.bits, o.bearers, (select count(distinct number) from m_borne_number), $pseudo)) as equal_bits
from m_watched_name as n
join m_watched as w using (w)
left join m_bearer as b using (name_key)
left join borne as o using (name_key);

insert into identity_number by name
select w.watched_id, m_shown_number(n.number) as shown, m_veiled(n.number) as veiled, n.scheme, n.is_full, n.is_valid,
    min(n.id_birth) as id_birth, min(n.gender) as gender
from m_watched_number as n join m_watched as w using (w)
group by all;

insert into identity_fact by name
select w.watched_id, f.birth_lo, f.birth_hi, f.gender from m_watched_fact as f join m_watched as w using (w);

insert into shared_value by name
select w.watched_id, a.company_id, a.table_name, a.record_id, v.feature,
    dense_rank() over (partition by v.w, v.feature order by v.value) as place, c.crowd,
    m_shown_value(v.feature, min(v.written)) as left_shown, m_shown_value(v.feature, min(a.written)) as right_shown
from m_watched_value as v
join m_watched as w using (w)
join m_crowd as c on c.feature = v.feature and c.value = v.value and c.crowd <= $crowd
join m_attribute as a on a.feature = v.feature and a.value = v.value
join m_relevant as r on r.company_id = a.company_id and r.group_id = w.group_id
group by w.watched_id, v.w, v.feature, v.value, c.crowd, a.company_id, a.table_name, a.record_id;

insert into mention by name
with place as (  -- a record is of one table, and names its own company in one column: the join is by record alone
    select record_id, company_id
    from company_mention
    where column_name in ('name', 'company_name') and company_id in (select company_id from m_relevant)
)
select c.company_id, s.table_name, s.record_id, s."row", s.role, s.name,
    m_shown_number(i.number) as shown, m_veiled(i.number) as veiled, i.scheme, i.is_full, i.is_valid,
    s.birth_lo, s.birth_hi, i.birth as id_birth, coalesce(s.gender, i.gender) as gender
from m_said as s
join place as c on c.record_id = s.record_id
left join m_number as i on i.value = s.id_written
where s.name is not null or i.number is not null;

insert into mention_name by name
select value, name_key, variant_key, reading_keys, script, bits
from person_name
where name_key is not null and value in (select name from mention);

insert into upstream by name
select company_id, holder_company_id from m_upstream where company_id in (select company_id from m_relevant);

insert into party_name by name
with written as (
    select party_table, group_id, party_id, name, 'name' as usage from m_master
    union all
    select party_table, group_id, party_id, unnest(other_names), 'other_names' from m_master where other_names is not null
    union all
    select party_table, group_id, party_id, unnest(former_names), 'former_names' from m_master where former_names is not null
)
select n.name_key, n.core_key, w.party_table, w.group_id, w.party_id, w.name, w.usage
from written as w left join company_name as n on n.value = w.name;
