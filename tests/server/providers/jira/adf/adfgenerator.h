// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QString>

/** Random ADF documents of what Markdown can say, the same ones for the same seed. */
class AdfGenerator
{
public:
    explicit AdfGenerator(quint32 seed)
        : m_random(seed)
    {}

    [[nodiscard]] QJsonObject document();
    /** Text full of characters that mean something in Markdown. */
    [[nodiscard]] QString text();
    /** Lines that look like Markdown, well formed or not. */
    [[nodiscard]] QString markdown();

private:
    enum class Place { Document, Column, Item, Quote, Panel, Expand, NestedExpand };

    QJsonArray blocks(Place place, int depth);
    QJsonObject block(Place place, int depth);
    QJsonObject paragraph();
    QJsonObject list(int depth);
    QJsonObject taskList(int depth);
    QJsonObject decisionList();
    QJsonObject codeBlock();
    QJsonObject table();
    QJsonObject layout(int depth);
    QJsonArray inlines(bool breaks);
    QJsonObject inlineNode();
    QJsonObject textNode();
    QString word();
    int below(int bound) { return int(m_random.bounded(bound)); }
    bool oneIn(int chances) { return below(chances) == 0; }

    QRandomGenerator m_random;
};

/**
 * The document without what a round trip may change: local ids, empty paragraphs, marks of spaces,
 * spaces at the ends of lines, how text is cut into nodes.
 */
[[nodiscard]] QJsonObject normalAdf(const QJsonObject &document);

/** The first of ADF's rules that the node breaks, with the path to it; empty if it keeps them. */
[[nodiscard]] QString brokenAdfRule(const QJsonObject &node);
