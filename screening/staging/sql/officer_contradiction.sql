-- in:    std_officers, dictionaries person_name and identifier
-- out:   issue rows officer_contradiction: two Chinese names that no row unites, or two full numbers of one scheme
-- grain: one officer_id
insert into issue by name
with
named as (
    select o.officer_id, o."row", n.name_key
    from std_officers as o join person_name as n on n.value = o.name
    where n.script = 'han'
),
also as (
    select distinct o.officer_id, n.name_key
    from (select officer_id, unnest(other_names) as value from std_officers) as o join person_name as n using (value)
),
names as (
    select officer_id, min("row") as "row", 'name' as column_name
    from named
    group by officer_id
    having count(distinct name_key) > 1
        and count(distinct name_key) > 1 + (
            select count(*) from also where also.officer_id = named.officer_id and list_contains(list(named.name_key), also.name_key)
        )
),
numbers as (
    select officer_id, min("row") as "row", 'id_number' as column_name
    from (
        select o.officer_id, o."row", i.scheme, i.norm
        from std_officers as o join identifier as i on i.value = o.id_number
        where i.is_full and not i.is_placeholder and i.scheme <> 'passport'
    )
    group by officer_id, scheme
    having count(distinct norm) > 1
)
select 'officers' as table_name, min("row") as "row", officer_id as key, 'officer_contradiction' as check_id,
    'error' as severity, string_agg(distinct column_name, ', ' order by column_name) as column_name,
    '同一人员编号下的姓名或证件号码互相矛盾，匹配时将分别处理。请核对该编号的各行。' as message_zh,
    'The rows under this code contradict each other in name or identity number and are matched apart.'
        || ' Check the rows of this code.' as message_en
from (select * from names union all select * from numbers)
group by officer_id;
