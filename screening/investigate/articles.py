"""What the articles say that rules rest on: the gist in a sentence, for readers who have not the policy at hand."""

from __future__ import annotations

from collections.abc import Mapping

from screening.reports.words import Language

_GIST: Mapping[str, tuple[str, str]] = {
    "3-1": (
        "履职中所代表的公司利益与本人自身利益相冲突、可能损害公司或股东权益的，即为利益冲突，不以实际损害为要件。",
        "There is a conflict where the company interest that a person represents conflicts with his own and may harm the company or its "
        "shareholders; actual harm is not asked for.",
    ),
    "3-2": (
        "不得在与公司竞争或有业务往来的企业中持有权益；经证券市场取得且低于 5 % 的除外。申报表要求关联人的权益一并申报。",
        "No interest in a company that competes or deals with the company, but for one bought on the securities market and below 5 %. The "
        "declaration form asks for those of related persons, too.",
    ),
    "3-2(一)": (
        "董监高不得在与公司竞争的企业中持有权益；经证券市场取得且低于该公司已发行权益 5 % 的除外。",
        "Officers may hold no interest in a company that competes, but for one bought on the securities market and below 5 % of its equity.",
    ),
    "3-2(二)": (
        "董监高不得在与公司有业务往来的企业（如供应商、客户、代理）中持有权益；经证券市场取得且低于 5 % 的除外。",
        "Officers may hold no interest in a company that deals with the company (supplier, customer, agent), but for one bought on the securities "
        "market and below 5 %.",
    ),
    "3-3(一)": (
        "董监高及其关联人不得与同公司有业务往来的个人或组织发生借贷、担保；与金融机构的正常借贷除外。",
        "Officers and their related persons may neither lend to, borrow from nor guarantee for those who deal with the company, nor be helped or "
        "guaranteed by them; ordinary lending with financial institutions is excepted.",
    ),
    "3-3(二)": (
        "董监高及其关联人不得与公司建立业务关系（买卖、劳务、代理、租赁、资金、合作研发、许可、赠与等），或成为公司的客户、代理、经销商、供应商。",
        "Officers and their related persons may form no business relation with the company (goods, services, agency, leases, funds, research, "
        "licences, gifts), nor become its customer, agent, distributor or supplier.",
    ),
    "3-4(一)": (
        "不得同时受雇于竞争方，或与其有顾问等任何联系，或从事可合理预期使竞争方受益而损害公司的活动。",
        "Nobody may at the same time be employed by a competitor or be linked with one, as an adviser or otherwise, or advance it at the company's cost.",
    ),
    "3-4(二)": (
        "任职期间不得销售与公司现有或潜在业务相竞争的产品或服务；声明中包括关联人。",
        "While in office nobody may sell a product or service that competes with present or potential business of the company; the statement "
        "includes related persons.",
    ),
    "4-1(四)": (
        "关联交易以香港联交所上市规则的定义为准。",
        "Related transactions are those that the HKEX Listing Rules define.",
    ),
    "4-1(五)": (
        "无法避免的关联交易，本人须主动告知公司。",
        "Who cannot avoid a related transaction has to tell the company of his own accord.",
    ),
    "4-1(七)": (
        "不得在与公司竞争或有业务往来的单位担任董事、监事、高级管理人员或顾问。",
        "No post of director, supervisor, senior manager or adviser in an entity that competes or deals with the company.",
    ),
    "4-1(八)": (
        "不得利用公司资源、信息或职位谋取私利或机会，不得与公司竞争。",
        "Nobody may use company resources, information or position for private gain or opportunities, nor compete with the company.",
    ),
    "4-1(十)": (
        "不得收受或给予可能影响商业决定和独立判断的礼品；禁止现金及现金等价物，无法拒绝的须上缴人力资源部门。",
        "No gift that could affect business decisions may be taken or given; cash and its equivalents are forbidden and, where they cannot be "
        "refused, to be handed in.",
    ),
    "4-2(四)": (
        "每年 12 月 31 日前五个工作日内提交年度申报。",
        "The annual declaration is due in the five working days before 31 December.",
    ),
    "4-2(九)": (
        "须在规定时间内按决定处理利益冲突。",
        "A conflict has to be dealt with as decided, within the time set.",
    ),
    "4-2(十一)": (
        "其他实际或潜在的利益冲突，须在知道或应当知道之日起三个工作日内申报。",
        "Any other actual or potential conflict is to be declared within three working days from when the person knew or should have known.",
    ),
}


def gist(article: str, language: Language) -> str:
    """What the articles named in `article` say; empty where it names none that is known (leads rest on no article)."""
    named = [part.strip() for part in article.split(";")]
    said = [_GIST[name][language == "en"] for name in named if name in _GIST]
    return ("" if language == "zh" else " ").join(said)
