-- in:    std_group_entities
-- out:   s_entity_group(entity_id, group_id): an entity's group, its own or that of the nearest parent who names one
-- grain: one entity whose group can be told
create or replace temp table s_entity_group as
with recursive line as (
    select entity_id, parent_entity_id, group_id, 0 as steps from std_group_entities
    union
    select l.entity_id, p.parent_entity_id, coalesce(l.group_id, p.group_id), l.steps + 1
    from line as l join std_group_entities as p on p.entity_id = l.parent_entity_id
    where l.group_id is null and l.steps < 30
)
select entity_id, min(group_id) as group_id from line group by entity_id having count(distinct group_id) = 1;
