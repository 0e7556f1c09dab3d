// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/freshnodes.h"

#include "server/providers/jira/adf/adfnodes.h"

#include <QUuid>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

bool isMedia(const QString &type)
{
    return type == "media"_L1 || type == "mediaInline"_L1;
}

} // namespace

FreshNodes::FreshNodes(const QJsonObject &document)
{
    learn(document);
}

void FreshNodes::learn(const QJsonObject &node)
{
    const QJsonObject attributes = node.value("attrs"_L1).toObject();
    if (const QString id = attributes.value("localId"_L1).toString(); !id.isEmpty())
        m_localIds << id;
    if (isMedia(typeOf(node)))
        m_media.insert(attributes.value("id"_L1).toString(), attributes);
    const QJsonArray children = node.value("content"_L1).toArray();
    for (const QJsonValue child : children)
        learn(child.toObject());
}

QString FreshNodes::unusedLocalId()
{
    static const QUuid base(u"{6f6b2f0c-5d0e-4b58-9f0a-1f6f3a0d5a11}"_s);
    QString id;
    do {
        id = QUuid::createUuidV5(base, QString::number(++m_count)).toString(QUuid::WithoutBraces);
    } while (m_localIds.contains(id));
    return id;
}

QJsonObject FreshNodes::from(QJsonObject node)
{
    QJsonObject attributes = node.value("attrs"_L1).toObject();
    const bool unnamed =
        attributes.contains("localId"_L1) && attributes.value("localId"_L1).toString().isEmpty();
    if (unnamed) {
        attributes["localId"_L1] = unusedLocalId();
        node["attrs"_L1] = attributes;
    }
    const auto known = m_media.constFind(attributes.value("id"_L1).toString());
    if (isMedia(typeOf(node)) && known != m_media.cend()) {
        QJsonObject all = *known;
        if (attributes.contains("alt"_L1))
            all["alt"_L1] = attributes["alt"_L1];
        node["attrs"_L1] = all;
    }
    if (node.contains("content"_L1))
        node["content"_L1] = from(node.value("content"_L1).toArray());
    return node;
}

QJsonArray FreshNodes::from(const QJsonArray &nodes)
{
    QJsonArray out;
    for (const QJsonValue node : nodes) {
        if (typeOf(node) != "bodiedExtension"_L1) {
            out << from(node.toObject());
            continue;
        }
        // A macro that the document does not have cannot be made from its name.
        const QJsonArray content = from(node["content"_L1].toArray());
        for (const QJsonValue child : content)
            out << child;
    }
    return out;
}

} // namespace fairlead::providers::jira
