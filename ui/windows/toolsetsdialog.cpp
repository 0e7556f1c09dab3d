// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/toolsetsdialog.h"

#include "server/tools/toolsets.h"
#include "ui/models/servertext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/typography.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int visibleRows = 14;

} // namespace

ToolsetsDialog::ToolsetsDialog(const Services &services,
                               const accounts::McpKey &key,
                               QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_keyId(key.id)
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_all(new QCheckBox(tr("&All of them, those of later versions too"), this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    //: %1 is the name of a key.
    setWindowTitle(tr("Toolsets of “%1”").arg(key.name));
    m_list->setAccessibleName(tr("Toolsets"));
    fill(key.toolsets);
    connect(m_all, &QCheckBox::toggled, m_list, &QWidget::setDisabled);
    m_all->setChecked(key.toolsets.contains(tools::everyToolset));

    auto *buttons = new QDialogButtonBox(this);
    auto *save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Ca&ncel"), QDialogButtonBox::RejectRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ToolsetsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(bodyLabel(tr("A program with this key always sees the everyday tools. Each "
                                   "toolset more gives its model more to choose from, and more to "
                                   "read: switch on what you use."),
                                this));
    column->addWidget(m_list, 1);
    column->addWidget(m_all);
    column->addWidget(buttons);
    m_list->setFocus();
}

void ToolsetsDialog::fill(const QStringList &chosen)
{
    for (const tools::Toolset &toolset : tools::allToolsets()) {
        if (toolset.comesWithConnection)
            continue;
        auto *item = new QListWidgetItem(serverText(toolset.title), m_list);
        item->setData(Qt::UserRole, toolset.name);
        item->setToolTip(toolset.name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(toolset.name) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    m_list->setMinimumWidth(m_list->sizeHintForColumn(0) + 2 * m_list->frameWidth()
                            + style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_list)
                            + m_list->fontMetrics().averageCharWidth());
    m_list->setMinimumHeight(m_list->sizeHintForRow(0) * visibleRows);
}

QStringList ToolsetsDialog::chosen() const
{
    if (m_all->isChecked())
        return {tools::everyToolset};
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() == Qt::Checked)
            names.append(item->data(Qt::UserRole).toString());
    }
    return names;
}

void ToolsetsDialog::save()
{
    const auto saved = m_services.keys.setToolsets(m_services.userId, m_keyId, chosen());
    if (saved)
        accept();
    else
        m_message->showMessage(StateMark::Failure, serverText(saved.error()));
}

} // namespace fairlead::ui
