-- in:    std_group_entities, std_registry_companies, std_<masters>, company, company_link, company_mention, party, m_own_company
-- out:   m_business(company_id, scope, codes): what a company's records say of its business; scope null where none says it
--        m_business_code(company_id, code): each of its codes
--        m_entity_business(group_id, entity_id, scope, codes): the same of the entities of a group, own record or registry's
--        business_watch (internal.py), rows of competitors: companies that a competitor holds, or in which it placed somebody
-- grain: one company; one entity
create or replace temp table m_said_business as
with said as (
    select 'registry_companies' as table_name, record_id, business_scope as scope, industry_code as code from std_registry_companies
    union all
    select 'suppliers', record_id, business_scope, industry_code from std_suppliers
    union all
    select 'customers', record_id, business_scope, industry_code from std_customers
    union all
    select 'competitors', record_id, business_scope, industry_code from std_competitors
    union all
    select 'group_entities', record_id, business_scope, industry_code from std_group_entities
)
select c.company_id, s.scope, s.code
from said as s
join company_mention as c on c.table_name = s.table_name and c.record_id = s.record_id and c.column_name = 'name'
where s.scope is not null or s.code is not null;

create or replace temp table m_business as
select company_id, string_agg(distinct scope, '；' order by scope) as scope,
    coalesce(list(distinct code order by code) filter (where code is not null), []) as codes
from m_said_business
join company as co using (company_id)
where coalesce(co.kind, '') not in ('state', 'custodian', 'public_body', 'person')
group by company_id;

create or replace temp table m_business_code as select company_id, unnest(codes) as code from m_business;

create or replace temp table m_entity_business as
select g.group_id, g.entity_id, string_agg(distinct b.scope, '；' order by b.scope) as scope,
    list_sort(list_distinct(flatten(list(b.codes)))) as codes
from std_group_entities as g
join company_mention as c on c.table_name = 'group_entities' and c.record_id = g.record_id and c.column_name = 'name'
join m_business as b using (company_id)
group by g.group_id, g.entity_id;

create or replace temp table m_competitor as
with one as (
    select group_id, party_id, company_id from party where party_table = 'competitors' and excluded_as is null and company_id is not null
)
from one
union
select o.group_id, o.party_id, case when l.left_id = o.company_id then l.right_id else l.left_id end
from one as o
join company_link as l on o.company_id in (l.left_id, l.right_id) and l.tier in ('A', 'B');

-- Listed companies have shareholders who know nothing of each other.
insert into business_watch by name
select k.group_id, held.company_id,
    case m.column_name when 'holder_name' then 'held_by_competitor' else 'staffed_by_competitor' end as why,
    k.party_id as competitor_id, m.table_name, m.record_id, m."row"
from m_competitor as k
join company_mention as m on m.company_id = k.company_id
    and (m.table_name, m.column_name) in (('holdings', 'holder_name'), ('appointments', 'nominated_by'))
join company_mention as held
    on held.table_name = m.table_name and held.record_id = m.record_id and held.column_name = 'company_name'
join company as co on co.company_id = held.company_id
anti join m_own_company as own on own.group_id = k.group_id and own.company_id = held.company_id
anti join m_competitor as other on other.group_id = k.group_id and other.company_id = held.company_id
where co.listed is not true and coalesce(co.kind, '') not in ('state', 'custodian', 'public_body');
