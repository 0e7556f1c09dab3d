// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sitechoiceview.h"

#include "server/base/text.h"
#include "ui/widgets/typography.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int siteNameLimit = 100;
constexpr int rowsWithoutScrolling = 8;

} // namespace

SiteChoiceView::SiteChoiceView(QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_list(new QWidget(this))
    , m_column(new QVBoxLayout(m_list))
{
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_area->setWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(
        headingLabel(tr("Which sites should Fairlead use?"), HeadingLevel::Section, this));
    column->addWidget(
        bodyLabel(tr("This sign-in opens several. You can connect others later."), this));
    column->addWidget(m_area, 1);
}

void SiteChoiceView::showSites(const QList<providers::SignInSite> &sites)
{
    for (const Row &row : std::as_const(m_rows))
        delete row.box;
    m_rows.clear();
    for (const auto &site : sites) {
        QString text = cleanedLine(site.name, siteNameLimit);
        if (site.isConnected)
            //: %1 is the name of a site.
            text = tr("%1 (connected already)").arg(text);
        // An ampersand in a name from outside is no mnemonic.
        auto *box = new QCheckBox(text.replace(u'&', u"&&"_s), m_list);
        box->setChecked(site.isConnected);
        connect(box, &QCheckBox::toggled, this, &SiteChoiceView::edited);
        m_column->addWidget(box);
        m_rows.append({.id = site.id, .box = box});
    }
    if (m_rows.size() <= rowsWithoutScrolling)
        m_area->setMinimumHeight(m_list->sizeHint().height());
}

QStringList SiteChoiceView::chosen() const
{
    QStringList ids;
    for (const Row &row : m_rows) {
        if (row.box->isChecked())
            ids.append(row.id);
    }
    return ids;
}

// NOLINTNEXTLINE(readability-make-member-function-const): it moves the cursor
void SiteChoiceView::focusFirst()
{
    if (!m_rows.isEmpty())
        m_rows.first().box->setFocus();
}

} // namespace fairlead::ui
