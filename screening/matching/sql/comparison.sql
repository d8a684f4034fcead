-- in:    m_pair, m_kind, m_name_verdict, m_number_verdict, m_bearer, m_watched*, m_mention, m_attribute, m_crowd
-- out:   m_comparison: what the two records of each pair show, feature by feature
-- grain: one row per pair (w, m)
create or replace temp table m_pair_name as
with said as (
    select p.w, p.m, n.value as left_value,
        case when n.name_key = m.name_key and m.script <> 'masked' then 'equal' else v.verdict end as verdict,
        case when n.name_key = m.name_key and m.script <> 'masked' then b.bits else v.bits end as bits
    from m_pair as p
    join m_watched_name as n using (w)
    join m_mention as m using (m)
    left join m_bearer as b on b.name_key = m.name_key
    left join m_name_verdict as v on v.left_value = n.value and v.right_value = m.name
    where m.name_key is not null
)
select w, m, arg_max(struct_pack(left_value := left_value, verdict := verdict, bits := bits), (bits, left_value)) as best
from said
where verdict is not null
group by w, m;

create or replace temp table m_pair_number as
with said as (
    select p.w, p.m, n.id_written as left_written, n.number as left_code, v.verdict, v.bits, v.rank, v.is_full, v.shows_birth
    from m_pair as p
    join m_watched_number as n using (w)
    join m_mention as m using (m)
    join m_number_verdict as v on v.left_number = n.number and v.right_number = m.number
)
select w, m, arg_max(
    struct_pack(left_written := left_written, left_code := left_code, verdict := verdict, bits := bits, is_full := is_full,
        shows_birth := shows_birth),
    (rank, bits, left_written)) as best
from said
group by w, m;

create or replace temp table m_shared_cell as  -- two names in one cell: whose the phone is, it does not say
select table_name, record_id, role from m_mention group by all having count(distinct name) > 1;

create or replace temp table m_pair_value as
select p.w, p.m, v.feature, min(c.crowd) as crowd,
    bool_or(a.record_id = m.record_id and a.table_name = m.table_name
        and (m.role in ('contact', 'party_self', 'legal_representative', 'post') or m.role = 'payee' and v.feature = 'bank_account') and d.role is null) as is_own,
    -- to the last by what is written: one record may write one value in two ways
    arg_min(v.written, (c.crowd, v.value, v.written)) as left_written,
    arg_min(a.written, (c.crowd, v.value, a.record_id, a.written)) as right_written
from m_pair as p
join m_mention as m using (m)
left join m_shared_cell as d on d.table_name = m.table_name and d.record_id = m.record_id and d.role = m.role
join m_watched_value as v using (w)
join m_attribute as a on a.company_id = m.company_id and a.feature = v.feature and a.value = v.value
join m_crowd as c on c.feature = v.feature and c.value = v.value
where c.crowd <= $crowd
group by p.w, p.m, v.feature;

create or replace temp table m_comparison as
with
number_birth as (select w, min(id_birth) as id_birth, min(gender) as gender from m_watched_number group by w),
value as (
    select w, m,
        any_value(struct_pack(crowd, is_own, left_written, right_written)) filter (where feature = 'phone') as phone,
        any_value(struct_pack(crowd, is_own, left_written, right_written)) filter (where feature = 'email') as email,
        any_value(struct_pack(crowd, is_own, left_written, right_written)) filter (where feature = 'bank_account') as bank_account,
        any_value(struct_pack(crowd, is_own, left_written, right_written)) filter (where feature = 'address') as address
    from m_pair_value
    group by w, m
)
select p.w, p.m, k.kind,
    n.best.verdict as name_verdict, n.best.bits as name_bits, n.best.left_value as left_name, m.name as right_name,
    i.best.verdict as number_verdict, i.best.bits as number_bits, i.best.is_full as number_is_full,
    i.best.left_written as left_number, m.id_written as right_number, i.best.left_code as left_code, m.number as right_code,
    coalesce(f.birth_lo, b.id_birth) as left_birth_lo, coalesce(f.birth_hi, b.id_birth) as left_birth_hi,
    coalesce(m.birth_lo, m.id_birth) as right_birth_lo, coalesce(m.birth_hi, m.id_birth) as right_birth_hi,
    -- a birth date that both sides only show inside the compared numbers must not count twice
    i.best is null or m.birth_lo is not null and not i.best.shows_birth as birth_is_apart,
    coalesce(f.gender, b.gender) as left_gender, m.gender as right_gender,
    v.phone, v.email, v.bank_account, v.address
from m_pair as p
join m_watched_shows as w using (w)
join m_mention as m using (m)
join m_kind as k
    on k.group_id = w.group_id and k.watched_kind = w.watched_kind and k.role = m.role
    and k.can_check = (w.number and m.number is not null or w.birth and (m.birth_lo is not null or m.id_birth is not null))
left join m_pair_name as n on n.w = p.w and n.m = p.m
left join m_pair_number as i on i.w = p.w and i.m = p.m
left join m_watched_fact as f on f.w = p.w
left join number_birth as b on b.w = p.w
left join value as v on v.w = p.w and v.m = p.m;
