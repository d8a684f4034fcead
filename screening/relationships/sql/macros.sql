-- How a delivered interval is read; the only place.
-- in:  nothing
-- out: macros rel_life, rel_day, rel_closed

-- The life of a row from its staged dates (first and last day that start and end can mean) and the day it was seen.
-- Start known: possible from the first day, proven from the last. Start empty: unknown, so proven from the day it was seen.
-- End known: proven until the first day, possible until the last. End empty: open. No proven day: both proven bounds null.
create or replace temp macro rel_life(start_lo, start_hi, end_lo, end_hi, seen) as {
    'proven_from': case when end_lo is null or coalesce(start_hi, seen) < end_lo then coalesce(start_hi, seen) end,
    'proven_to': case when coalesce(start_hi, seen) < end_lo then end_lo end,
    'possible_from': start_lo,
    'possible_to': end_hi
};

-- Whether an interval has a day at all: a row that ends before it begins says nothing.
create or replace temp macro rel_lives(life) as
    life.possible_from is null or life.possible_to is null or life.possible_from < life.possible_to;

-- The life of an event: its day, or the days it can have been.
create or replace temp macro rel_day(lo, hi) as {
    'proven_from': case when lo = hi then lo end,
    'proven_to': case when lo = hi then lo + 1 end,
    'possible_from': lo,
    'possible_to': hi + 1
};

-- A record that is no longer in use, or a company that is no longer registered; free text, so only plain words count. A word with
-- 未, 非 or 不 before it does not: 未注销 is open, 吊销，未注销 is not.
create or replace temp macro rel_closed(status) as coalesce(
    regexp_matches(lower(status), 'inactive|closed|terminat|delet|archiv|obsolete|dissol|struck off|deregist'
        '|(^|[^未非不])(停用|终止|停止|注销|吊销|关闭|失效|作废|退出|淘汰|删除|禁用|解散|撤销|除名|终結|終止|註銷|吊銷|關閉|撤銷)|无效'), false);
