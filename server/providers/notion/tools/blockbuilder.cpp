// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/blockbuilder.h"

#include "server/base/text.h"
#include "server/providers/notion/tools/inlinetext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr int deepest = 2; // below the outermost: Notion's limit for one request
constexpr qsizetype mostChildren = 100; // Notion's limit

tl::unexpected<Error> refused(const QString &where, const QString &what)
{
    return failure(ErrorCode::InvalidInput, where + u' ' + what);
}

bool isLink(const QString &type)
{
    return type == "bookmark"_L1 || type == "embed"_L1;
}

bool isMedia(const QString &type)
{
    return type == "image"_L1 || type == "video"_L1 || type == "pdf"_L1 || type == "audio"_L1
        || type == "file"_L1;
}

bool holdsOthers(const QString &type)
{
    return hasText(type) && type != "code"_L1 && !type.startsWith("heading_"_L1);
}

Result<QJsonArray> builtList(const QJsonArray &simple, const QString &where, int depth);

Result<QJsonObject> linkContent(const QJsonObject &simple, const QString &where)
{
    const QString type = simple.value("type"_L1).toString();
    const QString url = simple.value("url"_L1).toString().trimmed();
    if (!url.startsWith("https://"_L1) && !url.startsWith("http://"_L1))
        return refused(where,
                       u"is of the type %1 and needs \"url\", an address that begins with "
                       "https://."_s.arg(type));
    const auto caption = inlineText(simple.value("text"_L1).toString(), where);
    if (!caption)
        return failure(caption.error());
    QJsonObject content;
    if (isLink(type))
        content.insert("url"_L1, url);
    else
        content = {{"type"_L1, "external"_L1}, {"external"_L1, QJsonObject{{"url"_L1, url}}}};
    if (!caption->isEmpty())
        content.insert("caption"_L1, *caption);
    return content;
}

Result<QJsonObject> contentOf(const QJsonObject &simple, const QString &where)
{
    const QString type = simple.value("type"_L1).toString();
    const QString text = simple.value("text"_L1).toString();
    if (type == "divider"_L1)
        return QJsonObject();
    if (type == "equation"_L1)
        return QJsonObject{{"expression"_L1, text}};
    if (isLink(type) || isMedia(type))
        return linkContent(simple, where);
    auto content = textContent(type, text, where);
    if (content && type == "to_do"_L1)
        content->insert("checked"_L1, simple.value("checked"_L1).toBool());
    if (content && type == "code"_L1)
        content->insert("language"_L1, codeLanguage(simple.value("language"_L1).toString()));
    return content;
}

Result<QJsonObject> built(const QJsonObject &simple, const QString &where, int depth)
{
    const QString type = simple.value("type"_L1).toString();
    if (!blockTypes().contains(type))
        return refused(where,
                       u"has the type \"%1\", but must have one of: %2."_s.arg(
                           cleanedLine(type, 100), blockTypes().join(u", "_s)));
    auto content = contentOf(simple, where);
    if (!content)
        return failure(content.error());
    const QJsonArray children = simple.value("children"_L1).toArray();
    if (!children.isEmpty()) {
        if (!holdsOthers(type) || depth >= deepest)
            return refused(where,
                           holdsOthers(type)
                               ? u"is nested too deeply: append its children to it afterwards."_s
                               : u"is of the type %1, which cannot hold other blocks."_s.arg(type));
        const auto inner = builtList(children, where + u".children"_s, depth + 1);
        if (!inner)
            return failure(inner.error());
        content->insert("children"_L1, *inner);
    }
    return QJsonObject{{"type"_L1, type}, {type, *content}};
}

Result<QJsonArray> builtList(const QJsonArray &simple, const QString &where, int depth)
{
    if (depth > 0 && simple.size() > mostChildren)
        return refused(where, u"has more than %1 blocks."_s.arg(mostChildren));
    QJsonArray blocks;
    for (qsizetype i = 0; i < simple.size(); ++i) {
        const auto block = built(simple.at(i).toObject(), u"%1[%2]"_s.arg(where).arg(i), depth);
        if (!block)
            return failure(block.error());
        blocks.append(*block);
    }
    return blocks;
}

} // namespace

const QStringList &blockTypes()
{
    static const QStringList types{u"paragraph"_s,
                                   u"heading_1"_s,
                                   u"heading_2"_s,
                                   u"heading_3"_s,
                                   u"bulleted_list_item"_s,
                                   u"numbered_list_item"_s,
                                   u"to_do"_s,
                                   u"toggle"_s,
                                   u"quote"_s,
                                   u"callout"_s,
                                   u"code"_s,
                                   u"divider"_s,
                                   u"equation"_s,
                                   u"bookmark"_s,
                                   u"embed"_s,
                                   u"image"_s,
                                   u"video"_s,
                                   u"pdf"_s,
                                   u"audio"_s,
                                   u"file"_s};
    return types;
}

bool hasText(const QString &type)
{
    return type == "heading_4"_L1
        || (blockTypes().contains(type) && type != "divider"_L1 && type != "equation"_L1
            && !isLink(type) && !isMedia(type));
}

QString codeLanguage(const QString &name)
{
    static const QHash<QString, QString> usual{{u""_s, u"plain text"_s},
                                               {u"text"_s, u"plain text"_s},
                                               {u"txt"_s, u"plain text"_s},
                                               {u"plain"_s, u"plain text"_s},
                                               {u"sh"_s, u"shell"_s},
                                               {u"zsh"_s, u"shell"_s},
                                               {u"console"_s, u"shell"_s},
                                               {u"js"_s, u"javascript"_s},
                                               {u"jsx"_s, u"javascript"_s},
                                               {u"ts"_s, u"typescript"_s},
                                               {u"tsx"_s, u"typescript"_s},
                                               {u"py"_s, u"python"_s},
                                               {u"rb"_s, u"ruby"_s},
                                               {u"rs"_s, u"rust"_s},
                                               {u"golang"_s, u"go"_s},
                                               {u"kt"_s, u"kotlin"_s},
                                               {u"cpp"_s, u"c++"_s},
                                               {u"cxx"_s, u"c++"_s},
                                               {u"cs"_s, u"c#"_s},
                                               {u"csharp"_s, u"c#"_s},
                                               {u"yml"_s, u"yaml"_s},
                                               {u"md"_s, u"markdown"_s},
                                               {u"dockerfile"_s, u"docker"_s},
                                               {u"make"_s, u"makefile"_s},
                                               {u"tex"_s, u"latex"_s}};
    const QString lower = name.trimmed().toLower();
    return usual.value(lower, lower);
}

Result<QJsonObject> textContent(const QString &type, const QString &text, const QString &where)
{
    const auto richText = type == "code"_L1 ? verbatimText(text, where) : inlineText(text, where);
    if (!richText)
        return failure(richText.error());
    return QJsonObject{{"rich_text"_L1, *richText}};
}

Result<QJsonArray> blocksFrom(const QJsonArray &simple)
{
    return builtList(simple, u"blocks"_s, 0);
}

} // namespace fairlead::providers::notion
