// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/entities.h"

#include <algorithm>
#include <array>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

struct Entity
{
    QLatin1StringView name;
    char16_t character = 0;
};

/** In the order of their names, for a binary search. */
constexpr std::array entities{
    Entity{"AElig"_L1, 0xC6},    Entity{"Aacute"_L1, 0xC1},    Entity{"Acirc"_L1, 0xC2},
    Entity{"Agrave"_L1, 0xC0},   Entity{"Alpha"_L1, 0x391},    Entity{"Aring"_L1, 0xC5},
    Entity{"Atilde"_L1, 0xC3},   Entity{"Auml"_L1, 0xC4},      Entity{"Beta"_L1, 0x392},
    Entity{"Ccedil"_L1, 0xC7},   Entity{"Chi"_L1, 0x3A7},      Entity{"Dagger"_L1, 0x2021},
    Entity{"Delta"_L1, 0x394},   Entity{"ETH"_L1, 0xD0},       Entity{"Eacute"_L1, 0xC9},
    Entity{"Ecirc"_L1, 0xCA},    Entity{"Egrave"_L1, 0xC8},    Entity{"Epsilon"_L1, 0x395},
    Entity{"Eta"_L1, 0x397},     Entity{"Euml"_L1, 0xCB},      Entity{"Gamma"_L1, 0x393},
    Entity{"Iacute"_L1, 0xCD},   Entity{"Icirc"_L1, 0xCE},     Entity{"Igrave"_L1, 0xCC},
    Entity{"Iota"_L1, 0x399},    Entity{"Iuml"_L1, 0xCF},      Entity{"Kappa"_L1, 0x39A},
    Entity{"Lambda"_L1, 0x39B},  Entity{"Mu"_L1, 0x39C},       Entity{"Ntilde"_L1, 0xD1},
    Entity{"Nu"_L1, 0x39D},      Entity{"OElig"_L1, 0x152},    Entity{"Oacute"_L1, 0xD3},
    Entity{"Ocirc"_L1, 0xD4},    Entity{"Ograve"_L1, 0xD2},    Entity{"Omega"_L1, 0x3A9},
    Entity{"Omicron"_L1, 0x39F}, Entity{"Oslash"_L1, 0xD8},    Entity{"Otilde"_L1, 0xD5},
    Entity{"Ouml"_L1, 0xD6},     Entity{"Phi"_L1, 0x3A6},      Entity{"Pi"_L1, 0x3A0},
    Entity{"Prime"_L1, 0x2033},  Entity{"Psi"_L1, 0x3A8},      Entity{"Rho"_L1, 0x3A1},
    Entity{"Scaron"_L1, 0x160},  Entity{"Sigma"_L1, 0x3A3},    Entity{"THORN"_L1, 0xDE},
    Entity{"Tau"_L1, 0x3A4},     Entity{"Theta"_L1, 0x398},    Entity{"Uacute"_L1, 0xDA},
    Entity{"Ucirc"_L1, 0xDB},    Entity{"Ugrave"_L1, 0xD9},    Entity{"Upsilon"_L1, 0x3A5},
    Entity{"Uuml"_L1, 0xDC},     Entity{"Xi"_L1, 0x39E},       Entity{"Yacute"_L1, 0xDD},
    Entity{"Yuml"_L1, 0x178},    Entity{"Zeta"_L1, 0x396},     Entity{"aacute"_L1, 0xE1},
    Entity{"acirc"_L1, 0xE2},    Entity{"acute"_L1, 0xB4},     Entity{"aelig"_L1, 0xE6},
    Entity{"agrave"_L1, 0xE0},   Entity{"alefsym"_L1, 0x2135}, Entity{"alpha"_L1, 0x3B1},
    Entity{"amp"_L1, 0x26},      Entity{"and"_L1, 0x2227},     Entity{"ang"_L1, 0x2220},
    Entity{"apos"_L1, 0x27},     Entity{"aring"_L1, 0xE5},     Entity{"asymp"_L1, 0x2248},
    Entity{"atilde"_L1, 0xE3},   Entity{"auml"_L1, 0xE4},      Entity{"bdquo"_L1, 0x201E},
    Entity{"beta"_L1, 0x3B2},    Entity{"brvbar"_L1, 0xA6},    Entity{"bull"_L1, 0x2022},
    Entity{"cap"_L1, 0x2229},    Entity{"ccedil"_L1, 0xE7},    Entity{"cedil"_L1, 0xB8},
    Entity{"cent"_L1, 0xA2},     Entity{"chi"_L1, 0x3C7},      Entity{"circ"_L1, 0x2C6},
    Entity{"clubs"_L1, 0x2663},  Entity{"cong"_L1, 0x2245},    Entity{"copy"_L1, 0xA9},
    Entity{"crarr"_L1, 0x21B5},  Entity{"cup"_L1, 0x222A},     Entity{"curren"_L1, 0xA4},
    Entity{"dArr"_L1, 0x21D3},   Entity{"dagger"_L1, 0x2020},  Entity{"darr"_L1, 0x2193},
    Entity{"deg"_L1, 0xB0},      Entity{"delta"_L1, 0x3B4},    Entity{"diams"_L1, 0x2666},
    Entity{"divide"_L1, 0xF7},   Entity{"eacute"_L1, 0xE9},    Entity{"ecirc"_L1, 0xEA},
    Entity{"egrave"_L1, 0xE8},   Entity{"empty"_L1, 0x2205},   Entity{"emsp"_L1, 0x2003},
    Entity{"ensp"_L1, 0x2002},   Entity{"epsilon"_L1, 0x3B5},  Entity{"equiv"_L1, 0x2261},
    Entity{"eta"_L1, 0x3B7},     Entity{"eth"_L1, 0xF0},       Entity{"euml"_L1, 0xEB},
    Entity{"euro"_L1, 0x20AC},   Entity{"exist"_L1, 0x2203},   Entity{"fnof"_L1, 0x192},
    Entity{"forall"_L1, 0x2200}, Entity{"frac12"_L1, 0xBD},    Entity{"frac14"_L1, 0xBC},
    Entity{"frac34"_L1, 0xBE},   Entity{"frasl"_L1, 0x2044},   Entity{"gamma"_L1, 0x3B3},
    Entity{"ge"_L1, 0x2265},     Entity{"gt"_L1, 0x3E},        Entity{"hArr"_L1, 0x21D4},
    Entity{"harr"_L1, 0x2194},   Entity{"hearts"_L1, 0x2665},  Entity{"hellip"_L1, 0x2026},
    Entity{"iacute"_L1, 0xED},   Entity{"icirc"_L1, 0xEE},     Entity{"iexcl"_L1, 0xA1},
    Entity{"igrave"_L1, 0xEC},   Entity{"image"_L1, 0x2111},   Entity{"infin"_L1, 0x221E},
    Entity{"int"_L1, 0x222B},    Entity{"iota"_L1, 0x3B9},     Entity{"iquest"_L1, 0xBF},
    Entity{"isin"_L1, 0x2208},   Entity{"iuml"_L1, 0xEF},      Entity{"kappa"_L1, 0x3BA},
    Entity{"lArr"_L1, 0x21D0},   Entity{"lambda"_L1, 0x3BB},   Entity{"lang"_L1, 0x2329},
    Entity{"laquo"_L1, 0xAB},    Entity{"larr"_L1, 0x2190},    Entity{"lceil"_L1, 0x2308},
    Entity{"ldquo"_L1, 0x201C},  Entity{"le"_L1, 0x2264},      Entity{"lfloor"_L1, 0x230A},
    Entity{"lowast"_L1, 0x2217}, Entity{"loz"_L1, 0x25CA},     Entity{"lrm"_L1, 0x200E},
    Entity{"lsaquo"_L1, 0x2039}, Entity{"lsquo"_L1, 0x2018},   Entity{"lt"_L1, 0x3C},
    Entity{"macr"_L1, 0xAF},     Entity{"mdash"_L1, 0x2014},   Entity{"micro"_L1, 0xB5},
    Entity{"middot"_L1, 0xB7},   Entity{"minus"_L1, 0x2212},   Entity{"mu"_L1, 0x3BC},
    Entity{"nabla"_L1, 0x2207},  Entity{"nbsp"_L1, 0xA0},      Entity{"ndash"_L1, 0x2013},
    Entity{"ne"_L1, 0x2260},     Entity{"ni"_L1, 0x220B},      Entity{"not"_L1, 0xAC},
    Entity{"notin"_L1, 0x2209},  Entity{"nsub"_L1, 0x2284},    Entity{"ntilde"_L1, 0xF1},
    Entity{"nu"_L1, 0x3BD},      Entity{"oacute"_L1, 0xF3},    Entity{"ocirc"_L1, 0xF4},
    Entity{"oelig"_L1, 0x153},   Entity{"ograve"_L1, 0xF2},    Entity{"oline"_L1, 0x203E},
    Entity{"omega"_L1, 0x3C9},   Entity{"omicron"_L1, 0x3BF},  Entity{"oplus"_L1, 0x2295},
    Entity{"or"_L1, 0x2228},     Entity{"ordf"_L1, 0xAA},      Entity{"ordm"_L1, 0xBA},
    Entity{"oslash"_L1, 0xF8},   Entity{"otilde"_L1, 0xF5},    Entity{"otimes"_L1, 0x2297},
    Entity{"ouml"_L1, 0xF6},     Entity{"para"_L1, 0xB6},      Entity{"part"_L1, 0x2202},
    Entity{"permil"_L1, 0x2030}, Entity{"perp"_L1, 0x22A5},    Entity{"phi"_L1, 0x3C6},
    Entity{"pi"_L1, 0x3C0},      Entity{"piv"_L1, 0x3D6},      Entity{"plusmn"_L1, 0xB1},
    Entity{"pound"_L1, 0xA3},    Entity{"prime"_L1, 0x2032},   Entity{"prod"_L1, 0x220F},
    Entity{"prop"_L1, 0x221D},   Entity{"psi"_L1, 0x3C8},      Entity{"quot"_L1, 0x22},
    Entity{"rArr"_L1, 0x21D2},   Entity{"radic"_L1, 0x221A},   Entity{"rang"_L1, 0x232A},
    Entity{"raquo"_L1, 0xBB},    Entity{"rarr"_L1, 0x2192},    Entity{"rceil"_L1, 0x2309},
    Entity{"rdquo"_L1, 0x201D},  Entity{"real"_L1, 0x211C},    Entity{"reg"_L1, 0xAE},
    Entity{"rfloor"_L1, 0x230B}, Entity{"rho"_L1, 0x3C1},      Entity{"rlm"_L1, 0x200F},
    Entity{"rsaquo"_L1, 0x203A}, Entity{"rsquo"_L1, 0x2019},   Entity{"sbquo"_L1, 0x201A},
    Entity{"scaron"_L1, 0x161},  Entity{"sdot"_L1, 0x22C5},    Entity{"sect"_L1, 0xA7},
    Entity{"shy"_L1, 0xAD},      Entity{"sigma"_L1, 0x3C3},    Entity{"sigmaf"_L1, 0x3C2},
    Entity{"sim"_L1, 0x223C},    Entity{"spades"_L1, 0x2660},  Entity{"sub"_L1, 0x2282},
    Entity{"sube"_L1, 0x2286},   Entity{"sum"_L1, 0x2211},     Entity{"sup"_L1, 0x2283},
    Entity{"sup1"_L1, 0xB9},     Entity{"sup2"_L1, 0xB2},      Entity{"sup3"_L1, 0xB3},
    Entity{"supe"_L1, 0x2287},   Entity{"szlig"_L1, 0xDF},     Entity{"tau"_L1, 0x3C4},
    Entity{"there4"_L1, 0x2234}, Entity{"theta"_L1, 0x3B8},    Entity{"thetasym"_L1, 0x3D1},
    Entity{"thinsp"_L1, 0x2009}, Entity{"thorn"_L1, 0xFE},     Entity{"tilde"_L1, 0x2DC},
    Entity{"times"_L1, 0xD7},    Entity{"trade"_L1, 0x2122},   Entity{"uArr"_L1, 0x21D1},
    Entity{"uacute"_L1, 0xFA},   Entity{"uarr"_L1, 0x2191},    Entity{"ucirc"_L1, 0xFB},
    Entity{"ugrave"_L1, 0xF9},   Entity{"uml"_L1, 0xA8},       Entity{"upsih"_L1, 0x3D2},
    Entity{"upsilon"_L1, 0x3C5}, Entity{"uuml"_L1, 0xFC},      Entity{"weierp"_L1, 0x2118},
    Entity{"xi"_L1, 0x3BE},      Entity{"yacute"_L1, 0xFD},    Entity{"yen"_L1, 0xA5},
    Entity{"yuml"_L1, 0xFF},     Entity{"zeta"_L1, 0x3B6},     Entity{"zwj"_L1, 0x200D},
    Entity{"zwnj"_L1, 0x200C},
};

QString decodedNumber(QStringView digits, int base)
{
    bool ok = false;
    const uint number = digits.toUInt(&ok, base);
    const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
    const bool noncharacter = number >= 0xFDD0 && number <= 0xFDEF;
    if (!ok || number == 0 || number > 0x10FFFF || surrogate || noncharacter)
        return QString(QChar::ReplacementCharacter);
    const auto character = char32_t{number};
    return QString::fromUcs4(&character, 1);
}

} // namespace

QString decodedEntity(QStringView entity)
{
    const QStringView name = entity.mid(1).chopped(1);
    if (name.startsWith("#x"_L1, Qt::CaseInsensitive))
        return decodedNumber(name.mid(2), 16);
    if (name.startsWith(u'#'))
        return decodedNumber(name.mid(1), 10);
    const auto before = [](const Entity &entry, QStringView wanted) {
        return wanted.compare(entry.name) > 0;
    };
    const auto *found = std::lower_bound(entities.begin(), entities.end(), name, before);
    if (found != entities.end() && name == found->name)
        return QString(QChar(found->character));
    return entity.toString();
}

} // namespace fairlead::providers::jira
