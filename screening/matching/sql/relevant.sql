-- in:    party, company, company_link, company_mention, business_watch, m_own_company
-- out:   m_upstream(company_id, holder_company_id): organisations that hold shares of a company
--        m_relevant(group_id, company_id): the counterparties of a group, companies in its line of business or in league with a
--        competitor, and every company above them
-- grain: distinct pairs
-- Only people who stand in these companies can matter to the group. The walk ends at states and custodians, which hold for
-- everybody, and at the group's own companies: what is held through them is the group's interest, not a person's.
create or replace temp table m_upstream as
select distinct held.company_id, holder.company_id as holder_company_id
from company_mention as held
join company_mention as holder
    on holder.table_name = 'holdings' and holder.record_id = held.record_id and holder.column_name = 'holder_name'
join company as c on c.company_id = holder.company_id
where held.table_name = 'holdings' and held.column_name = 'company_name'
    and coalesce(c.kind, '') not in ('state', 'custodian') and held.company_id <> holder.company_id;

create or replace temp table m_step as
select company_id, holder_company_id as next_id from m_upstream
union
select left_id, right_id from company_link
union
select right_id, left_id from company_link;

create or replace temp table m_relevant as
with recursive
beginning as materialized (select distinct group_id, company_id from party where excluded_as is null),
reach as (  -- most companies lead nowhere: only the others are walked
    select group_id, company_id from beginning where company_id in (select company_id from m_step)
    union
    select group_id, company_id from business_watch
    union
    select reach.group_id, m_step.next_id as company_id
    from reach
    join m_step using (company_id)
    anti join m_own_company as own on own.group_id = reach.group_id and own.company_id = m_step.next_id
)
select group_id, company_id from beginning
union all
select group_id, company_id from reach anti join beginning using (group_id, company_id);
