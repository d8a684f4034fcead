-- in:    verdict, party, std_officers, f_officer, f_related, f_party
-- out:   verdicts with what masters and roster say of their two ends, and who these are
-- grain: one verdict
select v.*, officer.name as officer_name, coalesce(party.party_cluster, v.party_id) as party_cluster, party.uscc as party_uscc,
    list_sort(party.entity_ids) as entity_ids, o.who as officer_identity, r.who as related_identity,
    coalesce(p.who, v.party_name) as party_identity
from verdict as v
left join party using (group_id, party_table, party_id)
left join (select officer_id, min(name) as name from std_officers group by officer_id) as officer using (officer_id)
left join f_officer as o using (officer_id)
left join f_related as r using (officer_id, related_id)
left join f_party as p using (group_id, party_table, party_id)
