// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/lineicon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace fairlead::ui {

MessageBar::MessageBar(Closing closing, QWidget *parent)
    : Panel(parent)
    , m_mark(new QLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setAutoRaise(true);
    m_close->setIcon(lineIcon(LineIcon::Close));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setVisible(closing == Closing::ByPerson);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);

    auto *row = new QHBoxLayout(this);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    hide();
}

void MessageBar::showMessage(StateMark mark, const QString &text)
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_mark->setPixmap(stateMark(mark).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(text);
    setTint(stateColor(mark));
    show();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::clear()
{
    m_text->clear();
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace fairlead::ui
