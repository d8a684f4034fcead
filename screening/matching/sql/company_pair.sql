-- in:    m_part_pair, m_stated_pair, m_short_pair, m_sound_pair, m_form, m_brand, dictionary company_name
-- out:   m_company_pair: pairs of companies that may be one, with the parts of the two names that say so
-- grain: (left_id, right_id, how, left_f, right_f), left_id < right_id; a name is called so now, formerly or otherwise
-- One side at least has no credit code, or one names itself a branch of the other: two codes are two companies.
create or replace temp table m_company_pair as
with
every as (
    select a, b, how, '' as short, '' as shape, null::bigint as companies from m_part_pair
    union all select a, b, how, '', '', null from m_stated_pair
    union all select a, b, how, short, shape, companies from m_short_pair
    union all select a, b, how, short, '', companies from m_sound_pair
),
met as (  -- a pair that was met both ways round is one
    select least(a, b) as a, greatest(a, b) as b, how, min(short) as short, min(shape) as shape, min(companies) as companies
    from every
    group by all
),
sided as (
    select case when x.company < y.company then m.a else m.b end as l, case when x.company < y.company then m.b else m.a end as r,
        m.how, m.short, m.shape, m.companies
    from met as m join m_form as x on x.f = m.a join m_form as y on y.f = m.b
)
select m_company_id(l.company) as left_id, m_company_id(r.company) as right_id, s.how, l.f as left_f, r.f as right_f,
    ln.value as left_name, rn.value as right_name,
    l.usage as left_usage, r.usage as right_usage, s.short, s.shape, coalesce(s.companies, greatest(lb.companies, rb.companies), 1) as companies,
    l.core_key as left_core, r.core_key as right_core, l.brand as left_brand, r.brand as right_brand,
    l.region_code as left_region, r.region_code as right_region, l.trade as left_trade, r.trade as right_trade,
    l.legal_form as left_form, r.legal_form as right_form,
    ln.sounds as left_sounds, rn.sounds as right_sounds
from sided as s
join m_form as l on l.f = s.l
join m_form as r on r.f = s.r
join company_name as ln on ln.rowid = l.n
join company_name as rn on rn.rowid = r.n
left join m_brand as lb on lb.brand = l.brand
left join m_brand as rb on rb.brand = r.brand
order by left_id, right_id, s.how, left_name, right_name, l.usage, r.usage;
