// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/rightsdialog.h"

#include "ui/models/servertext.h"
#include "ui/widgets/keyrightsbox.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stagestack.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {

RightsDialog::RightsDialog(const Services &services, const accounts::McpKey &key, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_keyId(key.id)
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_rights(new KeyRightsBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    //: %1 is the name of a key.
    setWindowTitle(tr("Rights of “%1”").arg(key.name));
    m_rights->setRights(key.rights);
    auto *buttons = new QDialogButtonBox(this);
    auto *save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Ca&ncel"), QDialogButtonBox::RejectRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &RightsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_rights, &KeyRightsBox::resized, this, [this] { growToFit(*this); });
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_rights, 1);
    column->addWidget(buttons);
}

void RightsDialog::save()
{
    const auto saved = m_services.keys.setRights(m_services.userId, m_keyId, m_rights->rights());
    if (saved)
        accept();
    else
        m_message->showMessage(StateMark::Failure, serverText(saved.error()));
}

} // namespace fairlead::ui
