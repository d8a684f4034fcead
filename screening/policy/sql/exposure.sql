-- in:    dealing, tie; $as_of, $since (first day of the look-back)
-- out:   group_id, party_table, party_id, basis_rank (strongest dealing that counts), document (payment, invoice, contract or
--        null without amounts), amounts (list of {currency, amount} in the order of currencies; payments, where there are
--        none invoices and rows of unstated type, where there are none orders and contracts)
-- grain: one counterparty that somebody is tied to, with a dealing that counts
with counted as (
    select
        group_id, party_table, party_id, amount, currency,
        case basis
            when 'transaction' then 0 when 'contract' then 1 when 'bid' then 2 when 'registered_only' then 3 else 4
        end as basis_rank,
        -- the master's own interval, bids and rows without an amount say nothing about exposure
        case
            when amount is null or basis not in ('transaction', 'contract') then null
            when document_type = 'payment' then 0
            when document_type in ('contract', 'order') then 2
            else 1
        end as document_rank
    from dealing
    semi join tie using (group_id, party_table, party_id)
    where coalesce(possible_to > $since, true) and coalesce(possible_from, date '0001-01-01') <= $as_of
),
best as (
    select group_id, party_table, party_id, min(basis_rank) as basis_rank, min(document_rank) as document_rank
    from counted
    group by group_id, party_table, party_id
),
summed as (
    select counted.group_id, counted.party_table, counted.party_id, currency, sum(amount) as amount
    from counted
    inner join best using (group_id, party_table, party_id, document_rank)
    group by counted.group_id, counted.party_table, counted.party_id, currency
)
select
    best.group_id,
    best.party_table,
    best.party_id,
    best.basis_rank,
    case best.document_rank when 0 then 'payment' when 1 then 'invoice' when 2 then 'contract' end as document,
    -- a sum that no amount column can hold comes from absurd cells: no exposure is told rather than a wrong one
    case
        when coalesce(bool_or(summed.amount is not null and try_cast(summed.amount as decimal(18, 2)) is null), false) then null
        else
            list({'currency': summed.currency, 'amount': try_cast(summed.amount as decimal(18, 2))} order by summed.currency)
                filter (where summed.amount is not null)
    end as amounts
from best
left join summed using (group_id, party_table, party_id)
group by best.group_id, best.party_table, best.party_id, best.basis_rank, best.document_rank
order by best.group_id, best.party_table, best.party_id;
