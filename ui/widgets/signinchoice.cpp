// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signinchoice.h"

#include "ui/widgets/panel.h"
#include "ui/widgets/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int wayWidthInCharacters = 32;

} // namespace

SignInChoice::SignInChoice(const ServiceGuide &guide, QWidget *parent)
    : QWidget(parent)
    , m_guide(guide)
    , m_browserText(bodyLabel({}, this))
    , m_browser(new QPushButton(this))
    , m_app(new QPushButton(this))
    , m_token(new QPushButton(guide.tokenAction, this))
{
    connect(m_browser, &QPushButton::clicked, this, [this] {
        if (m_appKnown)
            Q_EMIT browserChosen();
        else
            Q_EMIT appChosen();
    });
    m_token->setAccessibleDescription(guide.tokenText);
    m_app->setAccessibleDescription(guide.appText);
    connect(m_app, &QPushButton::clicked, this, &SignInChoice::appChosen);
    connect(m_token, &QPushButton::clicked, this, &SignInChoice::tokenChosen);

    auto *ways = new QHBoxLayout;
    ways->addWidget(makeWay(tr("Sign in in the browser"), *m_browserText, *m_browser), 1);
    ways->addWidget(makeWay(guide.tokenTitle, *bodyLabel(guide.tokenText, this), *m_token), 1);
    ways->addWidget(makeWay(guide.appTitle, *bodyLabel(guide.appText, this), *m_app), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(ways);
    if (!guide.note.isEmpty())
        column->addWidget(bodyLabel(guide.note, this));
    column->addStretch();
    setAppKnown(false);
}

void SignInChoice::setAppKnown(bool known)
{
    m_appKnown = known;
    m_browserText->setText(known ? m_guide.browserText : m_guide.appNeededText);
    m_browser->setText(known ? tr("&Sign in in the browser") : tr("&Sign in in the browser…"));
    m_browser->setAccessibleDescription(m_browserText->text());
    m_app->setText(known ? m_guide.changeAppAction : m_guide.appAction);
}

void SignInChoice::focusBrowser()
{
    m_browser->setFocus();
}

QWidget *SignInChoice::makeWay(const QString &title, QLabel &text, QPushButton &button)
{
    auto *way = new Panel(this);
    text.setMinimumWidth(text.fontMetrics().averageCharWidth() * wayWidthInCharacters);
    auto *row = new QHBoxLayout;
    row->addWidget(&button);
    row->addStretch();
    auto *column = new QVBoxLayout(way);
    const int margin = column->contentsMargins().left() * 3 / 2;
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(headingLabel(title, HeadingLevel::Section, way));
    column->addWidget(&text);
    column->addStretch();
    column->addLayout(row);
    return way;
}

} // namespace fairlead::ui
