// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionblocks.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionrichtext.h"

#include <QHash>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBlocks = 100;
constexpr int deepestNesting = 2;

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

/** What stands before the text of a block of that type; nothing for types not served. */
QString markOf(const QString &type, const QJsonValue &content)
{
    static const QHash<QString, QString> marks{{u"heading_1"_s, u"# "_s},
                                               {u"heading_2"_s, u"## "_s},
                                               {u"heading_3"_s, u"### "_s},
                                               {u"heading_4"_s, u"#### "_s},
                                               {u"bulleted_list_item"_s, u"- "_s},
                                               {u"numbered_list_item"_s, u"1. "_s},
                                               {u"quote"_s, u"> "_s}};
    if (type == "to_do"_L1)
        return content["checked"_L1].toBool() ? u"- [x] "_s : u"- [ ] "_s;
    return marks.value(type);
}

Result<QString> markdownOf(const QJsonObject &block, const QString &path, int depth);

Result<QString> nested(const QJsonValue &sent, const QString &path, int depth)
{
    if (!sent.isArray())
        return complaint(path, u"an array"_s, sent);
    const QJsonArray blocks = sent.toArray();
    if (blocks.size() > mostBlocks)
        return complaint(path + u".length"_s, u"≤ `100`"_s, blocks.size());
    QStringList lines;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Result<QString> line =
            markdownOf(blocks[i].toObject(), u"%1[%2]"_s.arg(path).arg(i), depth);
        if (!line)
            return line;
        lines.append(*line);
    }
    return lines.join(u'\n');
}

Result<QString> markdownOf(const QJsonObject &block, const QString &path, int depth)
{
    static const QStringList served{u"paragraph"_s,
                                    u"heading_1"_s,
                                    u"heading_2"_s,
                                    u"heading_3"_s,
                                    u"heading_4"_s,
                                    u"bulleted_list_item"_s,
                                    u"numbered_list_item"_s,
                                    u"to_do"_s,
                                    u"quote"_s,
                                    u"code"_s,
                                    u"divider"_s};
    const auto type = std::find_if(served.begin(), served.end(), [&block](const QString &name) {
        return block[name].isObject();
    });
    if (type == served.end())
        return complaint(path + u".paragraph"_s, u"defined"_s, QJsonValue::Undefined);
    if (*type == "divider"_L1)
        return u"---"_s;
    const QJsonValue content = block[*type];
    const Result<QJsonArray> text =
        readRichText(content["rich_text"_L1], path + u'.' + *type + u".rich_text"_s);
    if (!text)
        return tl::unexpected(text.error());
    if (*type == "code"_L1)
        return u"```%1\n%2\n```"_s.arg(content["language"_L1].toString(), plainText(*text));
    QString result = markOf(*type, content) + inlineMarkdown(*text);
    const QJsonValue children = content["children"_L1];
    if (children.isUndefined())
        return result;
    const QString childPath = path + u'.' + *type + u".children"_s;
    if (depth >= deepestNesting)
        return complaint(childPath, u"not present"_s, children);
    const Result<QString> inner = nested(children, childPath, depth + 1);
    if (!inner)
        return inner;
    for (const QString &line : inner->split(u'\n'))
        result += u"\n\t"_s + line;
    return result;
}

} // namespace

Result<QString> markdownOfBlocks(const QJsonValue &sent, const QString &path)
{
    return nested(sent, path, 0);
}

} // namespace fairlead::sandbox
