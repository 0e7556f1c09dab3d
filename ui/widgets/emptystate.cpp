// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int textWidthInCharacters = 64;

} // namespace

EmptyState::EmptyState(const QString &title,
                       const QString &text,
                       const QStringList &actions,
                       QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QHBoxLayout)
{
    auto *heading = headingLabel(title, HeadingLevel::Section, this);
    heading->setAlignment(Qt::AlignCenter);
    auto *words = bodyLabel(text, this);
    words->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    words->setFixedWidth(words->fontMetrics().averageCharWidth() * textWidthInCharacters);
    m_buttons->addStretch();
    for (int index = 0; index < actions.size(); ++index) {
        auto *button = new QPushButton(actions.at(index), this);
        connect(
            button, &QPushButton::clicked, this, [this, index] { Q_EMIT actionRequested(index); });
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch();

    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(heading);
    // A row of its own: an alignment in the column would cut what is wrapped.
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(words);
    row->addStretch();
    column->addLayout(row);
    column->addSpacing(column->spacing());
    column->addLayout(m_buttons);
    column->addStretch(3);
}

void EmptyState::addButton(QPushButton *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

} // namespace fairlead::ui
