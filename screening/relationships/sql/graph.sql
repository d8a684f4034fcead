-- Which holdings lie between somebody we start from and a counterparty.
-- in:  rel_edge, rel_stake, rel_reach, rel_own_company, rel_entity, company_watch, rel_watched
-- out: rel_shareholder  one (group, group entity, holding in it by a company that holds at least 5 % in all)
--      rel_followed     one holding of a company in a company that is worth walking
--      rel_place        one row of rel_reach at an entity that somebody holds, with its entity
--      match_count      holdings that are not followed by rule, by reason

create or replace temp table rel_shareholder as
select o.group_id, o.entity_id, e.*
from rel_edge e
join rel_own_company o using (company_id)
where e.cut is null and not exists (from rel_own_company p where p.group_id = o.group_id and p.company_id = e.holder_id)
-- a first sieve: stakes of one holder add up, whatever their dates; in DECIMAL, so that their order cannot matter
qualify sum(greatest(e.share, e.votes)::decimal(18, 8)) over (partition by o.group_id, o.entity_id, e.holder) >= 5;

create or replace temp table rel_ancestor as
with recursive above(entity) as (
    select distinct holder from rel_shareholder
    union
    select e.holder from rel_edge e join above on e.entity = above.entity where e.cut is null and e.votes > 50
)
from above;

create or replace temp table rel_followed as
with recursive up(entity) as (
    select distinct coalesce(e.entity, r.company_id) from rel_reach r left join rel_entity e using (company_id)
    union
    select e.holder from rel_edge e join up on e.entity = up.entity where e.cut is null
), down(entity) as (
    select entity from rel_stake
    union
    select coalesce(e.entity, c.company_id) from company_watch c left join rel_entity e using (company_id)
    union
    from rel_ancestor
    union
    select e.entity from rel_edge e join down on e.holder = down.entity where e.cut is null
)
select e.* from rel_edge e
where e.cut is null and (
    (e.holder in (from down) and e.entity in (from up))
    or (e.votes > 50 and e.holder in (from rel_ancestor) and e.entity in (from rel_ancestor))
);

create or replace temp table rel_place as
with met as (
    select entity from rel_stake
    union
    select entity from rel_followed
    union
    select holder from rel_followed
    union
    select holder from rel_shareholder
)
select r.*, coalesce(e.entity, r.company_id) as entity
from rel_reach r
left join rel_entity e using (company_id)
where coalesce(e.entity, r.company_id) in (from met) and (r.same_tier is null or r.same_tier = 'C');

insert into match_count by name
select 'holdings_not_followed_' || reason as name, count(*)::double as value
from (
    select cut as reason, record_id from rel_edge where cut is not null
    union all
    select distinct 'group_entities', e.record_id from rel_edge e join rel_own_company o on o.company_id = e.holder_id
    where e.cut is null
)
group by reason;
