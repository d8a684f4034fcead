-- The comparisons of identity that ties rest on, in the words of identity_ruling: what a ruling on a finding would be tied to.
-- in:    tie, watched, person_link, company_watch, company_link, party
-- out:   f_link(group_id, officer_id, related_id, party_table, party_id, path, subject, watched_key, table_name, company_id,
--        mention_key, mention_number, other_company_id)
-- grain: one comparison behind one tie. Companies only where the watched identity itself is one: a finding is settled by saying
-- who the person is, or which company the related company is.
create or replace temp table f_link as
select distinct t.group_id, t.officer_id, t.related_id, t.party_table, t.party_id, t.path, 'person' as subject,
    l.watched_key, l.table_name, l.company_id, l.mention_key, l.mention_number, null::varchar as other_company_id
from tie as t
join watched as w on w.officer_id = t.officer_id and w.related_id is not distinct from t.related_id and w.group_id = t.group_id
join person_link as l on l.watched_id = w.watched_id and l.table_name = t.source_table and l.record_id = t.source_record
where l.watched_key is not null
union all by name
select distinct t.group_id, t.officer_id, t.related_id, t.party_table, t.party_id, t.path, 'company' as subject,
    k.left_id as company_id, k.right_id as other_company_id
from tie as t
join watched as w on w.officer_id = t.officer_id and w.related_id is not distinct from t.related_id and w.group_id = t.group_id
    and t.source_table = w.table_name and t.source_record = w.record_id
join company_watch as c on c.watched_id = w.watched_id and c.basis in ('uscc', 'name')
join party as p on p.party_table = t.party_table and p.group_id = t.group_id and p.party_id = t.party_id
join company_link as k on k.left_id = least(c.company_id, p.company_id) and k.right_id = greatest(c.company_id, p.company_id)
where w.kind = 'related_organisation';
