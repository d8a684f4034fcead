-- in:    identity_ruling, company, company_link
-- out:   company_link without the pairs ruled to be two companies
--        m_company_ruling(left_id, right_id, left_name, right_name, verdict, was_linked): rulings on companies that still exist
-- grain: one pair; of two rulings on one pair the acquitting one counts
create or replace temp table m_company_ruling as
select l.company_id as left_id, r.company_id as right_id, any_value(l.name) as left_name, any_value(r.name) as right_name,
    min(i.verdict) as verdict, bool_or(k.left_id is not null) as was_linked
from identity_ruling as i
join company as l on l.company_id = least(i.company_id, i.other_company_id)
join company as r on r.company_id = greatest(i.company_id, i.other_company_id)
left join company_link as k on k.left_id = l.company_id and k.right_id = r.company_id
where i.subject = 'company' and i.verdict in ('same', 'not_same') and l.company_id <> r.company_id
group by l.company_id, r.company_id;

delete from company_link
using m_company_ruling as r
where company_link.left_id = r.left_id and company_link.right_id = r.right_id;
