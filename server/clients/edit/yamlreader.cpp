// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/edit/yamlreader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <yaml.h>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

constexpr int nodeLimit = 100'000;

/** What libyaml has made, freed with it. */
struct Parser
{
    Parser() { yaml_parser_initialize(&value); }
    ~Parser() { yaml_parser_delete(&value); }
    Q_DISABLE_COPY_MOVE(Parser)
    yaml_parser_t value{};
};
struct Document
{
    Document() = default;
    ~Document()
    {
        if (isLoaded)
            yaml_document_delete(&value);
    }
    Q_DISABLE_COPY_MOVE(Document)
    yaml_document_t value{};
    bool isLoaded = false;
};

/** The byte that each character starts at; libyaml counts characters, without a byte order mark. */
std::vector<qsizetype> characterStarts(QByteArrayView text)
{
    std::vector<qsizetype> starts;
    const qsizetype first = text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    for (qsizetype position = first; position < text.size(); ++position) {
        if ((static_cast<unsigned char>(text[position]) & 0xC0U) != 0x80U)
            starts.push_back(position);
    }
    starts.push_back(text.size());
    return starts;
}

QString textOf(const yaml_node_t &node)
{
    const auto *bytes = reinterpret_cast<const char *>(node.data.scalar.value);
    return QString::fromUtf8(bytes, static_cast<qsizetype>(node.data.scalar.length));
}

QJsonValue scalarValue(const yaml_node_t &node)
{
    const QString text = textOf(node);
    if (node.data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return text;
    // As YAML 1.2 reads them.
    static const QRegularExpression nothing(u"^(~|null|Null|NULL)?$"_s);
    static const QRegularExpression truth(u"^(true|True|TRUE|false|False|FALSE)$"_s);
    if (nothing.match(text).hasMatch())
        return QJsonValue::Null;
    if (truth.match(text).hasMatch())
        return text.front().toLower() == u't';
    static const QRegularExpression wholeNumber(u"^-?(0|[1-9][0-9]{0,14})$"_s);
    if (wholeNumber.match(text).hasMatch())
        return text.toLongLong();
    return text;
}

/** Walks through libyaml's document; false when it is too large or refers to itself. */
class Walk
{
public:
    Walk(yaml_document_t &document, std::vector<qsizetype> starts)
        : m_document(document)
        , m_starts(std::move(starts))
    {}

    bool read(const yaml_node_t *from, Node &node, int depth)
    {
        if (!from || depth > depthLimit || ++m_count > nodeLimit)
            return false;
        node.start = byteOf(from->start_mark);
        node.end = byteOf(from->end_mark);
        node.column = static_cast<qsizetype>(from->start_mark.column);
        switch (from->type) {
        case YAML_MAPPING_NODE:
            return readMapping(*from, node, depth);
        case YAML_SEQUENCE_NODE:
            return readSequence(*from, node, depth);
        case YAML_SCALAR_NODE:
            node.kind = Node::Kind::Scalar;
            node.value = scalarValue(*from);
            return true;
        case YAML_NO_NODE:
            break;
        }
        return false;
    }

private:
    bool readMapping(const yaml_node_t &from, Node &node, int depth)
    {
        node.kind = Node::Kind::Object;
        node.isFlow = from.data.mapping.style == YAML_FLOW_MAPPING_STYLE;
        QJsonObject object;
        const auto &pairs = from.data.mapping.pairs;
        for (const yaml_node_pair_t *pair = pairs.start; pair < pairs.top; ++pair) {
            const yaml_node_t *key = yaml_document_get_node(&m_document, pair->key);
            if (!key || key->type != YAML_SCALAR_NODE)
                return false;
            Member member{.key = textOf(*key), .keyStart = byteOf(key->start_mark), .node = {}};
            if (!read(yaml_document_get_node(&m_document, pair->value), member.node, depth + 1))
                return false;
            object.insert(member.key, member.node.value);
            node.members.push_back(std::move(member));
        }
        node.value = object;
        endWithLast(node);
        return true;
    }

    bool readSequence(const yaml_node_t &from, Node &node, int depth)
    {
        node.kind = Node::Kind::List;
        node.isFlow = from.data.sequence.style == YAML_FLOW_SEQUENCE_STYLE;
        QJsonArray list;
        const auto &items = from.data.sequence.items;
        for (const yaml_node_item_t *item = items.start; item < items.top; ++item) {
            Member member;
            if (!read(yaml_document_get_node(&m_document, *item), member.node, depth + 1))
                return false;
            member.keyStart = member.node.start;
            list.append(member.node.value);
            node.members.push_back(std::move(member));
        }
        node.value = list;
        endWithLast(node);
        return true;
    }

    /** libyaml ends a block where the next thing starts, behind comments that belong to that. */
    static void endWithLast(Node &node)
    {
        if (!node.isFlow && !node.members.empty())
            node.end = node.members.back().node.end;
    }

    [[nodiscard]] qsizetype byteOf(const yaml_mark_t &mark) const
    {
        return mark.index < m_starts.size() ? m_starts[mark.index] : m_starts.back();
    }

    yaml_document_t &m_document;
    std::vector<qsizetype> m_starts;
    int m_count = 0;
};

tl::unexpected<Error> notUnderstood(std::size_t line)
{
    return failure(ErrorCode::InvalidData, u"line %1 is not YAML that can be read"_s.arg(line + 1));
}

} // namespace

Result<Node> readYaml(const QByteArray &text)
{
    Parser parser;
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    yaml_parser_set_input_string(&parser.value, bytes, static_cast<std::size_t>(text.size()));
    Document document;
    document.isLoaded = yaml_parser_load(&parser.value, &document.value) == 1;
    if (!document.isLoaded)
        return notUnderstood(parser.value.problem_mark.line);
    Node root;
    root.kind = Node::Kind::Object;
    root.value = QJsonObject();
    root.start = root.end = text.size();
    const yaml_node_t *first = yaml_document_get_root_node(&document.value);
    if (!first)
        return root;
    const bool isNull = first->type == YAML_SCALAR_NODE && scalarValue(*first).isNull();
    if (!isNull && !Walk(document.value, characterStarts(text)).read(first, root, 0))
        return notUnderstood(first->start_mark.line);
    Document next;
    next.isLoaded = yaml_parser_load(&parser.value, &next.value) == 1;
    if (!next.isLoaded)
        return notUnderstood(parser.value.problem_mark.line);
    if (yaml_document_get_root_node(&next.value))
        return failure(ErrorCode::InvalidData, u"it holds several YAML documents"_s);
    return root;
}

} // namespace fairlead::clients
