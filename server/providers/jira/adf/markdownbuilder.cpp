// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/markdownbuilder.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/entities.h"
#include "server/providers/jira/adf/inlinemarkdown.h"
#include "server/providers/jira/adf/originaltext.h"
#include "server/providers/jira/adf/paragraphmarkers.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

using Kind = MarkdownBlock::Kind;

/** Deeper lists and quotes are flattened, so that what we write, markdownFromAdf() can show. */
constexpr int maximumContainers = 32;
/** How much bigger than the text its document may get, in characters and empty cells. */
constexpr qsizetype baseBudget = 100'000;
constexpr qsizetype budgetPerByte = 8;

/** md4c 0.4.8 goes on after a positive answer. */
constexpr int stopParsing = -1;

constexpr QLatin1StringView accountPrefix{"accountid:"};
constexpr QLatin1StringView attachmentPrefix{"attachment:"};

QString decodedAttribute(const MD_ATTRIBUTE &attribute)
{
    QString value;
    for (int i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET first = attribute.substr_offsets[i];
        const auto text = QString::fromUtf8(attribute.text + first,
                                            qsizetype(attribute.substr_offsets[i + 1] - first));
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
            value += decodedEntity(text);
        else
            value += attribute.substr_types[i] == MD_TEXT_NULLCHAR ? u"\uFFFD"_s : text;
    }
    return value;
}

bool isLeaf(Kind kind)
{
    return kind == Kind::Paragraph || kind == Kind::Heading || kind == Kind::Cell;
}

std::size_t markSlot(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG:
        return 0;
    case MD_SPAN_EM:
        return 1;
    case MD_SPAN_DEL:
        return 2;
    default:
        return 6;
    }
}

} // namespace

MarkdownBuilder::MarkdownBuilder(const QByteArray &source, int outside)
    : m_source(shiftedMarkdown(widenedDelimiterRows(source, m_widened), m_widened))
    , m_containers(outside)
    , m_budget(baseBudget + budgetPerByte * m_source.size())
{
    m_open.push_back(&m_document);
}

bool MarkdownBuilder::parse()
{
    MD_PARSER parser{};
    // Raw HTML blocks would swallow the Markdown in them; inline HTML is enough for <br> and <u>.
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTMLBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        return static_cast<MarkdownBuilder *>(self)->enterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *self) {
        return static_cast<MarkdownBuilder *>(self)->leaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
        return static_cast<MarkdownBuilder *>(self)->enterSpan(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *self) {
        return static_cast<MarkdownBuilder *>(self)->leaveSpan(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
        return static_cast<MarkdownBuilder *>(self)->addText(type, text, size);
    };
    return md_parse(m_source.constData(), MD_SIZE(m_source.size()), &parser, this) == 0;
}

MarkdownBlock *MarkdownBuilder::open(Kind kind)
{
    auto block = std::make_unique<MarkdownBlock>();
    block->kind = kind;
    MarkdownBlock *opened = block.get();
    m_open.back()->children.push_back(std::move(block));
    m_open.push_back(opened);
    return opened;
}

void MarkdownBuilder::openContainer(Kind kind, int number)
{
    const bool counted = m_containers < maximumContainers;
    m_counted.push_back(counted);
    if (!counted) {
        m_open.push_back(m_open.back());
        return;
    }
    ++m_containers;
    open(kind)->number = number;
}

void MarkdownBuilder::openItem(const MD_BLOCK_LI_DETAIL &detail)
{
    const Kind parent = m_open.back()->kind;
    if (parent != Kind::BulletList && parent != Kind::OrderedList) {
        m_open.push_back(m_open.back());
        return;
    }
    MarkdownBlock *item = open(detail.is_task != 0 ? Kind::TaskItem : Kind::Item);
    item->number = detail.is_task != 0 && detail.task_mark != ' ' ? 1 : 0;
}

int MarkdownBuilder::enterBlock(MD_BLOCKTYPE type, void *detail)
{
    flushText();
    switch (type) {
    case MD_BLOCK_QUOTE:
        openContainer(Kind::Quote, 0);
        break;
    case MD_BLOCK_UL:
        openContainer(Kind::BulletList, 0);
        break;
    case MD_BLOCK_OL:
        openContainer(Kind::OrderedList, int(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start));
        break;
    case MD_BLOCK_LI:
        openItem(*static_cast<MD_BLOCK_LI_DETAIL *>(detail));
        break;
    case MD_BLOCK_HR:
        open(Kind::Rule);
        break;
    case MD_BLOCK_H:
        open(Kind::Heading)->number = int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level);
        break;
    case MD_BLOCK_CODE:
        open(Kind::Code)->language =
            decodedAttribute(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->lang);
        break;
    case MD_BLOCK_P:
        open(Kind::Paragraph);
        break;
    case MD_BLOCK_TABLE:
        open(Kind::Table);
        break;
    case MD_BLOCK_TR:
        open(Kind::Row);
        break;
    case MD_BLOCK_TH:
        m_open.back()->kind = Kind::HeaderRow;
        [[fallthrough]];
    case MD_BLOCK_TD:
        open(Kind::Cell);
        m_budget -= 16;
        break;
    default:
        break;
    }
    return m_budget > 0 ? 0 : stopParsing;
}

int MarkdownBuilder::leaveBlock(MD_BLOCKTYPE type)
{
    flushText();
    if (type == MD_BLOCK_DOC || type == MD_BLOCK_HTML || type == MD_BLOCK_THEAD
        || type == MD_BLOCK_TBODY)
        return 0;
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
        m_containers -= m_counted.back() ? 1 : 0;
        m_counted.pop_back();
    }
    m_open.pop_back();
    return 0;
}

/** What was read since the last block began or ended: a paragraph of its own in a tight list. */
void MarkdownBuilder::flushText()
{
    if (m_pieces.empty())
        return;
    const bool leaf = isLeaf(m_open.back()->kind);
    MarkdownBlock *holder = leaf ? m_open[m_open.size() - 2] : m_open.back();
    const std::size_t position = leaf ? 1 : 0;
    if (holder->kind == Kind::Quote && holder->children.size() == position)
        std::tie(holder->alert, holder->title) = takenAlert(m_pieces);
    MarkdownBlock *block = leaf ? m_open.back() : open(Kind::Paragraph);
    if (block->kind == Kind::Paragraph) {
        block->card = takenCard(m_pieces);
        block->caption = inlineNodes(takenCaption(m_pieces));
    }
    linkOuterImages(m_pieces, block->kind == Kind::Paragraph && holder->kind != Kind::TaskItem);
    block->inlines = inlineNodes(std::exchange(m_pieces, {}));
    if (!leaf)
        m_open.pop_back();
}

int MarkdownBuilder::enterSpan(MD_SPANTYPE type, void *detail)
{
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
        const MD_ATTRIBUTE &attribute = type == MD_SPAN_A
            ? static_cast<MD_SPAN_A_DETAIL *>(detail)->href
            : static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src;
        m_targets.push_back({m_pieces.size(), decodedAttribute(attribute).trimmed()});
        m_budget -= attribute.size;
    } else {
        ++m_marks[markSlot(type)];
    }
    return m_budget > 0 ? 0 : stopParsing;
}

int MarkdownBuilder::leaveSpan(MD_SPANTYPE type)
{
    if (type == MD_SPAN_A)
        closeLink();
    else if (type == MD_SPAN_IMG)
        closeImage();
    else
        m_marks[markSlot(type)] = std::max(0, m_marks[markSlot(type)] - 1);
    return 0;
}

QString MarkdownBuilder::plainFrom(std::size_t first) const
{
    QString text;
    for (std::size_t i = first; i < m_pieces.size(); ++i)
        text += m_pieces[i].kind == InlinePiece::Kind::Break ? u" "_s : m_pieces[i].text;
    return text.replace(escapedBracket, u'[').simplified();
}

void MarkdownBuilder::closeLink()
{
    const Target target = m_targets.back();
    m_targets.pop_back();
    const QString label = plainFrom(target.first);
    if (target.address.startsWith(accountPrefix)) {
        QJsonObject attributes{{"id"_L1, target.address.mid(accountPrefix.size())}};
        if (!label.isEmpty())
            attributes["text"_L1] = label.startsWith(u'@') ? label : u'@' + label;
        m_pieces.resize(target.first);
        addPiece(InlinePiece::Kind::Node, {});
        m_pieces.back().node = {{"type"_L1, "mention"_L1}, {"attrs"_L1, attributes}};
        return;
    }
    if (!isLinkableTarget(target.address)) {
        if (!target.address.isEmpty() && label != target.address)
            addPiece(InlinePiece::Kind::Text, u" ("_s + target.address + u')');
        return;
    }
    if (target.card && label == target.address) {
        m_pieces.resize(target.first);
        addPiece(InlinePiece::Kind::Node, {});
        const QJsonObject attributes{{"url"_L1, target.address}};
        m_pieces.back().node = {{"type"_L1, "inlineCard"_L1}, {"attrs"_L1, attributes}};
        return;
    }
    if (m_pieces.size() == target.first)
        addPiece(InlinePiece::Kind::Text, target.address);
    for (std::size_t i = target.first; i < m_pieces.size(); ++i)
        m_pieces[i].link = target.address;
}

void MarkdownBuilder::closeImage()
{
    const Target target = m_targets.back();
    m_targets.pop_back();
    const QString alt = plainFrom(target.first);
    m_pieces.resize(target.first);
    const QString id = target.address.startsWith(attachmentPrefix)
        ? target.address.mid(attachmentPrefix.size())
        : QString();
    if (!id.isEmpty() || isWebAddress(target.address)) {
        addPiece(InlinePiece::Kind::Node, {});
        m_pieces.back().node = mediaInline(id, target.address, alt);
        return;
    }
    addPiece(InlinePiece::Kind::Text, alt.isEmpty() ? target.address : alt);
    if (isLinkableTarget(target.address))
        m_pieces.back().link = target.address;
    else if (!alt.isEmpty() && !target.address.isEmpty())
        m_pieces.back().text += u" ("_s + target.address + u')';
}

void MarkdownBuilder::addPiece(InlinePiece::Kind kind, QString text)
{
    InlinePiece piece{kind, std::move(text), {}, 0, {}};
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        piece.marks |= m_marks[i] > 0 ? 1U << i : 0U;
    m_pieces.push_back(std::move(piece));
}

bool MarkdownBuilder::isEscaped(const char *text) const
{
    const char *begin = m_source.constData();
    const char *at = text;
    while (at > begin && at[-1] == '\\')
        --at;
    return (text - at) % 2 == 1;
}

bool MarkdownBuilder::isBetweenAngles(const char *text, MD_SIZE size) const
{
    const char *begin = m_source.constData();
    const char *end = begin + m_source.size();
    return text > begin && text[-1] == '<' && text + size < end && text[size] == '>';
}

void MarkdownBuilder::addNormalText(const char *text, const QString &decoded)
{
    QString shown = decoded;
    if (shown.startsWith(u'[') && isEscaped(text))
        shown[0] = escapedBracket;
    addPiece(InlinePiece::Kind::Text, shown);
}

/** md4c gives a line's indentation as spaces of its own; a Makefile needs the tabs that it had. */
void MarkdownBuilder::addCode(const char *text, const QString &decoded)
{
    const qsizetype offset = text - m_source.constData();
    const bool isSource = offset >= 0 && offset < m_source.size();
    QString &code = m_open.back()->text;
    if (isSource && m_indent > 0) {
        code.chop(m_indent);
        code += originalIndent(m_source, offset, m_indent);
    }
    m_indent = !isSource && QStringView(decoded).trimmed().isEmpty() && !decoded.contains(u'\n')
        ? m_indent + decoded.size()
        : 0;
    code += decoded;
}

int MarkdownBuilder::addText(MD_TEXTTYPE type, const char *text, MD_SIZE size)
{
    QString decoded = QString::fromUtf8(text, qsizetype(size));
    if (const WidenedLine *line = widenedLineAt(m_widened, text - m_source.constData(), size))
        decoded = QString::fromUtf8(line->original.mid(text - m_source.constData() - line->offset));
    if (m_open.back()->kind == Kind::Code) {
        addCode(text, type == MD_TEXT_NULLCHAR ? u"\uFFFD"_s : decoded);
        return 0;
    }
    switch (type) {
    case MD_TEXT_NULLCHAR:
        addPiece(InlinePiece::Kind::Text, u"\uFFFD"_s);
        break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
        addPiece(InlinePiece::Kind::Break, {});
        break;
    case MD_TEXT_ENTITY:
        addPiece(InlinePiece::Kind::Text, decodedEntity(decoded).replace(u'[', escapedBracket));
        break;
    case MD_TEXT_HTML:
        addPiece(InlinePiece::Kind::Tag, decoded.replace(u'\n', u' '));
        break;
    case MD_TEXT_CODE:
        // A pipe in a table's code is escaped too, which md4c leaves as it is.
        if (m_open.back()->kind == Kind::Cell)
            decoded.replace(u"\\|"_s, u"|"_s);
        addPiece(InlinePiece::Kind::Text, decoded);
        break;
    default:
        if (!m_targets.empty() && m_targets.back().first == m_pieces.size())
            m_targets.back().card = isBetweenAngles(text, size);
        addNormalText(text, decoded);
        break;
    }
    return 0;
}

} // namespace fairlead::providers::jira
