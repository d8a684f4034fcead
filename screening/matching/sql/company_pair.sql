-- in:    m_part_pair, m_stated_pair, m_short_pair, m_sound_pair, m_form, m_brand, m_reused, dictionary company_name
-- out:   m_company_pair: pairs of companies that may be one, with the parts of the two names that say so
-- grain: (left_id, right_id, how, left_f, right_f), left_id < right_id; a name is called so now, formerly or otherwise
-- One side at least has no credit code, or one names itself a branch of the other: two codes are two companies.
create or replace temp table m_company_pair as
with
every as (
    select a, b, how, '' as short, '' as shape, null::bigint as companies from m_part_pair
    union all select a, b, how, '', shape, null from m_stated_pair
    union all select a, b, how, short, shape, companies from m_short_pair
    union all select a, b, how, short, '', companies from m_sound_pair
),
met as materialized (  -- a pair that was met both ways round is one
    select least(a, b) as a, greatest(a, b) as b, how, min(short) as short, min(shape) as shape, min(companies) as companies
    from every
    group by all
),
form as materialized (select * from m_form where f in (select a from met union all select b from met)),
written as materialized (select rowid as n, value as name, sounds from company_name where rowid in (select n from form)),
named as materialized (
    select form.*, written.name, written.sounds, b.companies
    from form join written using (n) left join (select * from m_brand where brand in (select brand from form)) as b using (brand)
)
select m_company_id(l.company) as left_id, m_company_id(r.company) as right_id, m.how, l.f as left_f, r.f as right_f,
    l.name as left_name, r.name as right_name, l.usage as left_usage, r.usage as right_usage, m.short, m.shape,
    coalesce(m.companies, greatest(l.companies, r.companies), 1) as companies,
    l.core_key as left_core, r.core_key as right_core, l.brand as left_brand, r.brand as right_brand,
    l.region_code as left_region, r.region_code as right_region, l.trade as left_trade, r.trade as right_trade,
    l.legal_form as left_form, r.legal_form as right_form,
    l.sounds as left_sounds, r.sounds as right_sounds
from (
    select case when x.company < y.company then a else b end as left_f, case when x.company < y.company then b else a end as right_f, met.*
    from met join form as x on x.f = a join form as y on y.f = b
) as m
join named as l on l.f = m.left_f
join named as r on r.f = m.right_f
-- where a name passed from one company to another, its parts tell nobody apart
where m.how <> 'parts' or l.core_key is distinct from r.core_key
    or (l.company not in (select company from m_reused) and r.company not in (select company from m_reused));
