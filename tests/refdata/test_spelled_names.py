"""Spellings that people of Hong Kong, Macau, Taiwan, Singapore and Malaysia bear, written down from general knowledge.

Neither list is derived from the rules it checks, nor from any delivery: each line is a character with tokens in daily use.
"""

from __future__ import annotations

import re

import pytest

from screening.refdata.readings import CANTONESE, sounds_of
from screening.refdata.romanised_surnames import surnames_spelled
from screening.refdata.spellings import cantonese
from screening.refdata.text import fold_text

GIVEN = """
志 chi chee chih, 明 ming meng, 文 man mun, 國 kwok kok kuok gwok, 偉 wai wei, 家 ka kar gar ga kah, 華 wah wa hua,
強 keung keong kueng geung kerng, 輝 fai, 榮 wing weng, 德 tak tuck dak duk tack, 成 shing sing seng, 俊 chun tsun jun,
傑 kit kiet git, 健 kin kean gin kien, 麗 lai lay, 美 mei mee may mi, 玲 ling leng, 芳 fong, 英 ying ing, 珍 chun chan jan tsun jun,
嘉 ka kar ga, 慧 wai wei, 敏 man mun mann, 儀 yee yi yie, 欣 yan yann yun, 詩 sze see si sy, 雅 nga ngar ah, 婷 ting ding,
怡 yi yee i yie, 思 sze see szee si sy, 穎 wing ving, 瑩 ying, 淑 suk shuk sook, 貞 ching, 賢 yin in, 仁 yan yun, 義 yee yi, 禮 lai,
智 chi chee, 信 shun sun seon, 忠 chung, 孝 hau how haau, 勇 yung, 建 kin kean gin, 業 yip ip, 興 hing heng, 發 fat faat,
財 choi choy tsoi, 寶 po bo, 金 kam kum gum gam, 銀 ngan, 玉 yuk yook, 珠 chu chue tsue, 珊 shan san, 瑚 wu woo, 琪 ki kei kay kee,
琳 lam lum, 瑜 yu yue, 瑋 wai, 瓊 king keng, 瑤 yiu, 秀 sau shau sow, 蘭 lan laan, 菊 kuk kook guk, 梅 mui moy mooi, 竹 chuk,
松 chung tsung chong, 柏 pak park paak, 楊 yeung yeong young yang, 月 yuet yuit yut, 星 sing shing, 日 yat yut, 光 kwong, 雲 wan wun,
雪 suet shuet sheut suit, 雨 yu yue, 風 fung, 春 chun tsun, 夏 ha har, 秋 chau chow, 冬 tung, 東 tung, 南 nam lam naam, 西 sai, 北 pak,
中 chung, 天 tin teen, 地 tei, 山 shan san saan, 水 shui sui, 海 hoi hoy, 江 kong, 河 ho, 川 chuen chuan chun, 石 shek sek, 永 wing weng,
長 cheung cheong, 安 on ngon, 平 ping peng, 康 hong, 寧 ning ling, 樂 lok lock ngok, 福 fuk fook, 祿 luk look, 壽 sau shau,
喜 hei hey hay hee, 慶 hing heng, 祥 cheung cheong, 瑞 sui shui soi, 吉 kat gat, 利 lei lee li, 順 shun sun, 達 tat, 通 tung, 旺 wong,
盛 shing sing, 昌 cheung cheong, 隆 lung loong, 豐 fung, 富 fu foo, 貴 kwai, 權 kuen kun kuan, 勝 shing sing, 雄 hung hong, 豪 ho hou,
才 choi choy, 學 hok hock, 書 shu sue, 良 leung leong, 恩 yan yun ian, 惠 wai wei, 慈 chi tsz tsi, 愛 oi ngoi, 心 sum sam, 念 nim lim,
友 yau, 朋 pang, 君 kwan quan gwan kwun, 子 tsz tze chi tsi tsee tzi chee, 女 nui, 兒 yee yi, 童 tung, 孫 suen sun shuen,
祖 cho jo tso chou, 宗 chung tsung, 啟 kai kay, 開 hoi, 展 chin, 鵬 pang paang, 飛 fei fee, 鴻 hung, 翔 cheung cheong, 龍 lung loong,
虎 fu foo, 鳳 fung, 麟 lun leon, 燕 yin, 鶯 ang, 勤 kan kun, 儉 kim, 耀 yiu yew, 煒 wai, 焯 cheuk cheok, 燦 chan tsan, 炳 ping bing,
炎 yim, 煌 wong, 照 chiu, 昭 chiu, 曦 hei hay, 晞 hei, 曉 hiu, 晴 ching tsing, 昕 yan yun, 昊 ho, 旭 yuk, 昇 sing shing, 晃 fong, 景 king,
普 po, 曼 man maan, 朗 long, 朝 chiu, 期 kei ki, 棠 tong, 森 sum sam shum, 楚 cho chor tso, 榆 yu, 標 piu biu, 樹 shu su, 橋 kiu, 欽 yam,
武 mo mou, 毅 ngai, 民 man mun, 波 po bo bor, 泉 chuen, 洋 yeung, 洪 hung, 浩 ho hou, 清 ching tsing, 淦 kam kum, 深 sum sam, 添 tim,
源 yuen yuan un, 滔 to tou, 漢 hon, 潔 kit, 潤 yun, 濤 to tou, 灝 ho, 炯 kwing gwing, 熙 hei hay hi, 爵 cheuk, 玄 yuen, 理 lei lee,
琛 sum sam, 瑄 suen, 璇 suen shuen suan, 璋 cheung, 瓏 lung, 生 sang shang, 甫 po fu, 男 nam, 畅 cheong cheung, 皓 ho, 盈 ying,
真 chun chan, 睿 yui, 碧 pik pick bik, 祐 yau, 祺 kei ki, 禎 ching, 秉 ping, 程 ching, 穗 sui, 立 lap laap, 章 cheung, 端 tuen tun,
筠 kwan wan, 筱 siu, 紅 hung, 純 shun, 素 so sou, 紫 tsz chi, 細 sai, 紹 siu shiu, 維 wai, 綺 yee yi, 綠 luk, 緯 wai, 縈 ying, 繼 kai,
羨 sin, 翠 chui tsui tsuei, 翰 hon, 耿 kang, 聖 sing, 聰 chung, 聯 luen lun, 肇 siu shiu, 育 yuk, 舒 shu sue, 舜 shun, 艷 yim, 芝 chi,
芬 fun fan, 芷 tsz chi, 芸 wan, 苑 yuen, 若 yeuk york yeok, 茂 mau mow, 茵 yan, 荃 chuen, 荷 ho, 莉 lei lee li, 莎 sa sha, 菁 ching,
菲 fei, 萍 ping, 葉 yip, 葵 kwai, 蓉 yung, 蓓 pui, 蓮 lin, 蔓 man, 蕙 wai, 蕊 yui, 薇 mei mee, 藝 ngai, 蘊 wan, 虹 hung, 行 hang, 術 shut,
衛 wai, 裕 yu yue, 製 chai, 親 chan tsan, 詠 wing, 誠 shing sing, 謙 him, 譽 yu, 讓 yeung, 豔 yim, 貝 pui, 賀 ho, 賓 pan bun, 賜 chi,
超 chiu, 越 yuet, 跃 yeuk, 軍 kwan, 軒 hin, 輪 lun, 迪 tik dick, 逸 yat, 進 chun, 運 wan, 道 to, 遠 yuen, 邦 pong bong, 郁 yuk wat, 鄉 heung,
釗 chiu, 鈞 kwan, 鈴 ling, 鉅 kui, 銘 ming, 鋒 fung, 錦 kam kum gum, 鎮 chun, 鏗 hang, 鑫 yam, 鑾 luen, 門 mun, 閣 kok, 陞 sing, 陽 yeung,
雯 man, 霆 ting, 霖 lam lum, 霞 ha har, 露 lo, 靄 oi, 靖 ching, 靜 ching tsing, 韋 wai, 韜 to, 韻 wan, 頌 chung, 頤 yi yee, 顏 ngan, 願 yuen,
顯 hin, 馨 hing, 駒 kui, 駿 chun, 騏 kei, 麒 kei, 黛 toi, 齊 chai tsai, 齡 ling, 培 pui poi, 基 kei kee ki kay, 奇 kei kee, 其 kei kee ki,
池 chi, 治 chi, 枝 chi, 之 chi, 伯 pak, 佩 pui, 佳 kai, 俠 hap, 保 po bo, 倩 sin, 偲 sze, 儒 yu, 元 yuen, 充 chung, 兆 siu shiu, 先 sin,
克 hak, 全 chuen chun, 公 kung, 冠 koon kwun kun, 凱 hoi, 凌 ling, 加 ka, 勁 king, 化 fa, 協 hip, 卓 cheuk, 占 chim, 厚 hau, 叔 shuk,
古 ku koo, 可 ho hor, 同 tung, 向 heung, 吟 yam, 咏 wing, 品 pun, 哲 chit, 唯 wai, 善 sin, 喬 kiu, 囡 nam, 圓 yuen, 坤 kwan kwun, 垂 sui,
城 shing, 堂 tong, 堅 kin, 堯 yiu, 場 cheung, 塘 tong, 壁 pik, 士 sze si, 壯 chong, 夢 mung, 大 tai dai, 太 tai, 夫 fu foo, 央 yeung, 奕 yik,
好 ho hou, 如 yu yue, 妍 yin, 妙 miu, 姍 shan, 姿 chi tsz, 威 wai, 娟 kuen, 娥 ngo ngor, 娜 na no, 婉 yuen, 媚 mei, 媛 wun yuen woon,
嫦 sheung, 嬋 sim shim, 嫻 han, 守 sau, 宇 yu, 宏 wang, 定 ting, 宜 yee, 宣 suen, 容 yung, 宙 chau, 寬 foon fun, 尚 sheung, 岳 ngok, 峰 fung,
嵐 lam, 巧 how hau, 帆 fan, 師 sze, 常 sheung, 年 nin lin, 幸 hang, 幼 yau, 庚 kang, 度 to, 庭 ting, 廣 kwong, 廉 lim, 廷 ting, 弘 wang,
彤 tung, 彥 yin, 彩 choi choy, 彬 pan bun ban pun, 彪 piu biu, 影 ying, 徐 tsui chui, 從 chung, 忍 yan, 忻 yan, 恆 hang, 悅 yuet, 情 ching,
惟 wai, 意 yee, 愉 yu, 慎 san, 慰 wai, 慕 mo, 憲 hin, 應 ying, 懷 wai, 戀 luen, 戈 kwo gwo, 承 shing, 拔 pat, 振 chun, 捷 chit, 揚 yeung,
摯 chi, 敬 king, 斌 pan bun, 新 sun san, 方 fong, 施 sze, 旋 suen, 旗 kei, 昆 kwan, 映 ying, 晶 ching, 晨 san, 暉 fai, 暢 cheong, 曜 yiu,
朱 chu, 杏 hang, 杰 kit, 林 lam, 果 kwo gwo, 枚 mui, 柱 chu, 柔 yau, 柳 lau, 根 kan kun, 桂 kwai, 梁 leung, 梓 tsz chi, 棋 kei, 棣 tai,
植 chik, 椿 chun, 榕 yung, 樑 leung, 樺 wah, 正 ching, 殷 yan, 沛 pui, 沁 sam, 法 fat, 泓 wang, 泰 tai, 洛 lok, 洵 shun, 津 chun, 流 lau,
浚 chun, 浪 long, 浦 po, 涵 ham, 淇 kei ki, 淳 shun, 湘 sheung, 湛 cham, 滿 mun moon, 澄 ching, 澤 chak, 炘 yan, 烈 lit, 焜 kwan,
煥 woon wun, 煜 yuk, 熾 chi, 燊 sun san, 爾 yee, 牧 muk, 特 tak, 獻 hin, 玟 man, 珏 kok, 現 yin, 球 kau, 琦 kei, 琬 yuen, 琴 kam kum, 琼 king,
瑛 ying, 瑾 kan, 璐 lo, 環 wan, 甘 kam, 田 tin, 由 yau, 略 leuk, 畢 pat but, 皇 wong, 益 yik, 眉 mei, 省 sang, 祝 chuk, 神 san, 禧 hei,
科 for fo, 秦 chun tsun, 積 chik, 笑 siu, 筆 pat but, 策 chaak, 簡 kan gan, 粤 yuet, 精 ching, 約 yeuk, 納 nap, 結 kit, 統 tung, 綿 min,
緣 yuen, 練 lin, 縵 man, 群 kwan, 翎 ling, 翹 kiu, 耐 noi, 聲 sing, 肖 chiu, 胤 yan, 能 nang, 膺 ying, 自 chi, 至 chi, 致 chi, 舉 kui, 航 hong,
般 poon pun, 色 sik, 艾 ngai, 芊 chin, 芹 kan kun, 苗 miu, 茹 yu, 菱 ling, 萬 man, 葆 po, 蒙 mung, 蒼 chong, 蔚 wai, 蕾 lui, 薰 fan, 藍 lam,
藹 oi, 蘇 so, 蝶 tip, 裔 yui, 言 yin, 記 kei, 設 chit, 評 ping, 詢 shun, 詹 chim, 語 yu, 謀 mau, 識 sik, 譜 po, 象 cheung, 貫 koon, 資 chi,
質 chat, 贊 chan, 赐 chi, 農 nung, 辰 san, 逢 fung, 連 lin, 逵 kwai, 遂 sui, 遙 yiu, 遜 shun, 邵 siu shiu, 郎 long, 鄰 lun, 醒 sing, 鈺 yuk,
鈿 tin, 銓 chuen, 銳 yui, 鋼 kong, 錡 kei, 錢 chin, 鍵 kin, 鎏 lau, 鐘 chung, 鑑 kam, 鑲 seung, 閏 yun, 闊 fut, 防 fong, 阿 ah a, 陶 to,
陸 luk, 雁 ngan, 集 chap, 雋 chun, 零 ling, 雷 lui, 霜 sheung, 靈 ling, 青 ching, 非 fei, 韓 hon, 音 yam, 響 heung, 項 hong, 領 ling, 頻 pan,
題 tai, 顧 koo ku, 馥 fuk, 騰 tang, 驊 wah, 驚 king, 高 ko, 魁 fui, 魯 lo, 鯤 kwan, 鳴 ming, 鶴 hok, 鸞 luen, 麥 mak, 黎 lai, 默 mak, 點 tim,
鼎 ting
"""
SURNAMES = """
陳 chan chen tan chin chun ting, 林 lam lin lim lum, 黃 wong huang ng wee hwang vong oei oey ooi uy ung,
張 cheung chang zhang teo teoh chong cheong tiong tjong tio thio cheang, 李 lee li lei ly lie dy, 王 wong wang ong heng vong,
吳 ng wu goh woo eng ung go gouw, 劉 lau liu low lao lew liew lowe, 蔡 choi tsai chua choy tsoi chye tjoa chai choa toy cai,
楊 yeung yang yeo young yong ieong yeong yeoh njoo iong, 許 hui hsu koh khoo xu khor hii shu hooi hoi,
鄭 cheng tay zheng teh chang jheng jeng tee cheang the, 謝 tse hsieh chia cheah xie che tze shieh chea,
郭 kwok kuo quek guo kuok kwek kwock koay kueh keh quak que, 洪 hung ang hong, 邱 yau khoo chiu qiu,
曾 tsang tseng chan zeng jeng, 廖 liu liao leow liew lio liaw leo, 賴 lai lye lay, 徐 tsui hsu chui xu chee,
周 chow chou chau zhou chew jou chiu chao, 葉 yip yeh ip yap ye iap ipp yapp, 蘇 so su soh soo sou,
莊 chong chuang zhuang chng tsong juang, 江 kong chiang jiang kang gong kiang, 呂 lui lu lv lyu loo ler loe lue,
何 ho he hoe hor hoh, 羅 lo law luo loh lor low lou, 高 ko kao gao koh kou, 蕭 siu hsiao xiao siew seow shiao siaw siao,
潘 poon pan phua pun phoon, 簡 kan chien jian gan, 朱 chu zhu choo gee chue tjoe, 鍾 chung chong choong zhong tjung,
彭 pang peng phang, 游 yau yu you iao, 詹 chim chan zhan jim cham, 胡 wu hu woo oh aw foo, 施 sze shih shi see si shy,
沈 shum shen sum sim sham sung, 余 yu yue yee eu iu, 盧 lo lu loh loo lou low, 梁 leung liang leong neo neoh niu leang,
趙 chiu chao zhao tio jiu, 顏 ngan yen yan gan, 柯 o ko ke kua or quah, 翁 yung weng ong yong, 魏 ngai wei goei,
孫 suen sun sng suan, 戴 tai dai tay tye, 范 fan faan, 方 fong fang hong png, 宋 sung song, 鄧 tang teng deng then,
杜 to tu du toh tou doo, 傅 fu foo poh, 侯 hau hou how, 曹 tso tsao cao chow, 薛 sit hsueh xue see, 丁 ting ding teng, 馬 ma mah beh,
董 tung dong toong, 溫 wan wen oon voon woon, 唐 tong tang tng, 馮 fung feng fong foong, 姚 yiu yao yeo io,
石 shek shih shi sek chiok, 汪 wong wang, 龔 kung gong kong keng, 嚴 yim yen yan giam ngiam im, 關 kwan kuan guan quan,
鄒 chow tsou zou chau, 龍 lung long loong, 陸 luk lu lok lock look, 黎 lai li lay lye, 區 au ou ow aw,
歐陽 auyeung auyang ouyang owyang aoieong auyong, 司徒 szeto situ seeto soohoo seto, 譚 tam tan tham tom taam, 麥 mak mai,
伍 ng wu eng, 任 yam jen ren yum jam, 葛 kot ko ge quat kwat got, 甘 kam kan gan gum kum, 古 ku koo gu goo, 白 pak pai bai peh paak,
倪 ngai ni geh, 熊 hung hsiung xiong, 霍 fok huo fock fork, 冼 sin sinn xian, 岑 sum sham shum cen sam, 容 yung rong yong jung,
湯 tong tang thong, 尹 wan yin wen, 莫 mok mo boh, 植 chik, 文 man wen boon mun, 易 yik yi yick, 梅 mui mei moy, 康 hong kang,
卓 cheuk toh cho zhuo tok cheok, 洗 sin, 華 wah hua wa, 賀 ho he, 毛 mo mao mou, 連 lin lien lian, 涂 to tu,
阮 yuen juan ruan nguyen yuan un, 丘 yau hew chiu, 韋 wai wei, 袁 yuen yuan un, 金 kam jin chin, 包 pao bao pau paw,
邵 shiu siu shaw shao zau, 程 ching cheng thia, 駱 lok luo loke, 錢 chin chien tsien qian, 祝 chuk chu zhu, 凌 ling,
屈 wat chu qu wut, 韓 hon han, 顧 koo ku gu, 鄺 kwong kuang fong, 雷 lui lei looi louie loy, 辛 sun hsin san, 柳 lau liu,
喬 kiu chiao, 司馬 szema sima, 上官 sheungkwun shangkuan shangguan, 諸葛 chukot chuko zhuge, 龐 pong pang, 單 sin shan sien, 殷 yan yin,
秦 chun chin qin tsun, 紀 kei chi kee gay, 苗 miu miao, 夏 ha hsia xia, 鮑 pau pao bao, 池 chi chee, 成 shing sing cheng,
管 koon kuan guan kwun, 俞 yu yue jue, 巫 mo wu moo, 車 che, 查 cha zha tsa, 翟 chak jak zhai, 萬 man wan maan ban, 鄔 wu woo,
聶 nip nieh lip, 尤 yau yu yow iau, 田 tin tien tian then, 歐 au ou, 利 lee li, 敖 ngo ao, 祁 kei chi qi, 勞 lo lao, 郝 kok hao,
戚 chik chi qi, 屠 to tu
"""


def entries(text: str) -> list[tuple[str, list[str]]]:
    """Each character with its spellings."""
    return [(entry.split()[0], entry.split()[1:]) for entry in re.split(r",\s", text.strip())]


@pytest.mark.parametrize(("character", "tokens"), entries(GIVEN))
def test_syllables_of_given_names_as_hong_kong_spells_them(character: str, tokens: list[str]) -> None:
    sounds, folded, lexicon = sounds_of(CANTONESE), fold_text(character), cantonese()
    said = {sounds.first[folded], sounds.other.get(folded)}
    assert [token for token in tokens if said.isdisjoint(lexicon.get(token, ()))] == []


@pytest.mark.parametrize(("surname", "tokens"), entries(SURNAMES))
def test_surnames_as_families_spell_them(surname: str, tokens: list[str]) -> None:
    spelled = surnames_spelled()
    assert [token for token in tokens if fold_text(surname) not in spelled.get(token, ())] == []
