// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QString>

/**
 * Adds to a generated document what Markdown cannot say and an edit has to keep: local ids,
 * comments, borders, macros, unknown nodes, spans, lists in cells. The same for the same seed.
 */
class AdfDecorator
{
public:
    explicit AdfDecorator(quint32 seed)
        : m_random(seed)
    {}

    [[nodiscard]] QJsonObject decorated(const QJsonObject &document);

private:
    QJsonObject node(QJsonObject node, const QString &parent);
    QJsonArray children(const QJsonArray &nodes, const QString &type);
    void addAttributes(QJsonObject &node, const QString &type);
    void addMarks(QJsonObject &node, const QString &type);
    QJsonArray strangers(const QString &parent);
    QJsonArray inlineStrangers();
    QJsonArray cellBlocks();
    bool oneIn(int chances) { return m_random.bounded(chances) == 0; }
    QString nextId() { return QString::number(++m_ids, 16); }

    QRandomGenerator m_random;
    int m_ids = 0x1000;
};
